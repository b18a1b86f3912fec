#!/bin/sh
# One would bet that a corrected archive, unpacked over the old one, is what is published from then on.
# Archives made twice with the same bytes give their entries a set time, the day of the decree or
# SOURCE_DATE_EPOCH, and a corrected figure is as long as the wrong one: 3,34 and 3,43.  Then
# time and size are as before, and that is all that many look at.  nginx makes its ETag of the two
# and tells a browser, or a cache in front of it, 304, not modified: who saw the wrong figure goes on
# seeing it.  rsync -a does not carry the file to the mirror, unzip -u leaves the old one in
# its place, each with exit code 0.
# Who publishes such archives unpacks with unzip -DD, which gives the files the time of now, and
# mirrors with rsync -c.
. "$(dirname "$0")/packages"
debian nginx=1.22.1-9+deb12u11 libpcre2-8-0 libssl3 zlib1g libcrypt1 rsync libpopt0 libxxhash0 \
    unzip=6.0-28+deb12u1 libbz2-1.0 python3.11-minimal libpython3.11-minimal libpython3.11-stdlib
cd "$root" || exit 2
export PATH="$root/usr/sbin:$PATH" TZ=UTC
nginx -v 2>&1
rsync --version | sed -n '1s/ *protocol.*//p'
python3.11 - <<'PYTHON' || exit 2
import zipfile

for name, index in ("wrong", "3,34"), ("right", "3,43"):
    with zipfile.ZipFile(f"{name}.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("peringkat.csv", (2021, 12, 31, 12, 0, 0)), f"kode;indeks\n13.01;{index}\n")
PYTHON
mkdir kit mirror
port=$(python3.11 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >nginx.conf <<CONF
daemon off; master_process off; pid $root/pid; events {}
http {
    access_log off;
    client_body_temp_path $root/body; proxy_temp_path $root/proxy; fastcgi_temp_path $root/fastcgi;
    uwsgi_temp_path $root/uwsgi; scgi_temp_path $root/scgi;
    server { listen 127.0.0.1:$port; root $root/kit; }
}
CONF
nginx -c "$root/nginx.conf" -e "$root/nginx.log" &
server=$!
trap 'kill $server; rm -rf "$root"' EXIT
cat >ask.py <<'PYTHON'
import http.client
import sys
import time

for _ in range(40): # until the server is there
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
    try:
        connection.request("GET", "/peringkat.csv", headers={"If-None-Match": sys.argv[2]})
        break
    except ConnectionRefusedError:
        time.sleep(0.5)
answer = connection.getresponse()
print(answer.status, answer.getheader("ETag") if sys.argv[2] == "none" else answer.read().decode().partition("13.01;")[2].strip())
PYTHON
asks() { python3.11 ask.py "$port" "$1"; } # who has that edition: prints the code, and the figure or the edition
figure() { sed -n 's/^13.01;//p' "$1/peringkat.csv"; }

unzip -q wrong.zip -d kit && rsync -a kit/ mirror/
seen=$(asks none)
expect "first seen" "${seen%% *}" 200
seen=${seen#* }
unzip -q -u -o right.zip -d kit
expect "unzip -u, code and figure" "$? $(figure kit)" "0 3,34"
unzip -q -o right.zip -d kit
expect "unzip -o" "$? $(figure kit)" "0 3,43"
expect "nginx then" "$(asks "$seen")" "304 "
rsync -a kit/ mirror/
expect "rsync -a, code and figure" "$? $(figure mirror)" "0 3,34"
rsync -a -c kit/ mirror/
expect "rsync -a -c" "$? $(figure mirror)" "0 3,43"
unzip -q -o -DD right.zip -d kit
expect "nginx after unzip -o -DD" "$(asks "$seen")" "200 3,43"
finish
