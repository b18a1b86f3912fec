# preview: one document, in every form.
rapor preview "$one" --layout certificate -o certificate.pdf
check 'preview writes a PDF' sh -c 'head -c 5 certificate.pdf | grep -q "%PDF-"'
check 'preview says nothing' silent err
rapor preview "$one" -d certificate
check 'preview: PDF to standard output' cmp -s out certificate.pdf
rapor preview "$one" -d certificate -o -
check 'preview -o -: the same' cmp -s out certificate.pdf
rapor preview "$one" -d letter --format trace
check 'preview: a trace' gives 'Denpasar'
rapor preview "$one" -d certificate -o certificate.png
check 'preview: PNG by the suffix' sh -c 'head -c 4 certificate.png | tail -c 3 | grep -q PNG'
rapor preview "$one" -d certificate -f png --resolution 30 -o small.png
check 'preview: a coarse picture is smaller' \
    sh -c '[ "$(wc -c <small.png)" -lt "$(wc -c <certificate.png)" ]'
rapor preview "$one" -d report --page 2 -f trace
check 'preview: one page' ends 0
rapor preview "$one" -d certificate --page 9 -f trace
check 'preview: a page that is not there' both 64 'it has 1 page'
rapor preview "$all" -d certificate --institution 13.01 -f trace
check 'preview: for an institution' gives 'Pesisir Selatan'
rapor preview "$all" -d summary --region 13 -f trace
check 'preview: for a region' gives 'Sumatera Barat'
rapor preview "$one"
check 'preview without a kind' both 64 'add --layout KIND'
rapor preview "$one" -d certifcate
check 'preview: an unknown kind: a suggestion' both 64 'did you mean "certificate"?'
rapor preview "$one" -d certificate -f pgn
check 'preview: an unknown form: a suggestion' both 64 'did you mean "png"?'
rapor preview "$one" -d certificate --institution 51.17
check 'preview: an unknown institution' both 64 'did you mean "51.71"?'
rapor preview "$one" -d decree --institution 51.71
check 'preview: a decree is not for an institution' both 64 'not made for an institution'
script -qec "'$program' preview '$one' -d certificate" /dev/null >out 2>&1 </dev/null
code=$?
check 'preview: a PDF to a terminal is refused' ends 64

rapor preview "$one" -d certificate --fonts absent-fonts.xml
check 'fonts that are missing: a failure' sh -c "[ $code -ne 0 ]"
check 'fonts that are missing: nothing printed' silent out
RAPOR_LAYOUTS=/no-such-layouts "$program" preview "$one" -d certificate >out 2>err
code=$?
check 'layouts by the environment' sh -c "[ $code -ne 0 ] && grep -q no-such-layouts err"
RAPOR_LAYOUTS=/no-such-layouts "$program" preview "$one" -d certificate \
    --layouts "$root/layouts" >out 2>err
code=$?
check 'an option goes before the environment' cmp -s out certificate.pdf
