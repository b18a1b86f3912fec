// What the page can do more with a script: search, filters, order, links that keep them, copies, and the choice of a theme.
(function () {
  'use strict';
  var root = document.documentElement;
  var by = function (id) { return document.getElementById(id); };
  var list = function (of) { return Array.prototype.slice.call(of); };

  // What it says, in the language of the page.
  var said = {};
  by('kata').textContent.split('\n').forEach(function (line) {
    var at = line.indexOf(' = ');
    if (at > 0) said[line.slice(0, at)] = line.slice(at + 3);
  });

  function darkened() {
    var chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  // Pictures follow the machine; where a theme is chosen, they follow that.
  var sources = list(document.querySelectorAll('picture source')).map(function (source) {
    return { source: source, media: source.media, dark: source.media.indexOf(' and (prefers-color-scheme: dark)') };
  });
  var theme = by('tema');
  function showPictures() {
    var chosen = root.getAttribute('data-theme');
    sources.forEach(function (one) {
      if (one.dark < 0 || !chosen) one.source.media = one.media;
      else one.source.media = chosen === 'dark' ? one.media.slice(0, one.dark) : 'not all';
    });
  }
  function showTheme() {
    theme.setAttribute('aria-pressed', String(darkened()));
    showPictures();
  }
  theme.hidden = false;
  theme.addEventListener('click', function () {
    var next = darkened() ? 'light' : 'dark';
    root.setAttribute('data-theme', next);
    try { localStorage.setItem('tema', next); } catch (e) { /* it is not kept */ }
    showTheme();
  });
  showTheme();
  // What was chosen for the screen is not for paper.
  addEventListener('beforeprint', function () { sources.forEach(function (one) { one.source.media = 'not all'; }); });
  addEventListener('afterprint', showPictures);

  // Words as they are compared: small letters, no dots after short forms.
  function plain(text) {
    return text.toLowerCase().replace(/\b(kab|kec|prov|kem|peg|kep)\./g, '$1 ').replace(/\s+/g, ' ').trim();
  }
  var shorts = by('singkatan').textContent.split('\n').map(function (line) {
    var parts = line.split(' = ');
    return parts.length === 2 && { short: parts[0].toLowerCase(), long: parts[1].toLowerCase() };
  }).filter(Boolean);
  // Its first letters, without "dan": BPKP.
  function initials(name) {
    return name.replace(/\/.*/, '').split(/[\s,]+/).filter(function (word) { return /^[A-Z]/.test(word); })
      .map(function (word) { return word[0]; }).join('').toLowerCase();
  }
  // What people call it besides its name: short names of the list, and usual forms.
  function calledToo(name, region) {
    var small = name.toLowerCase(), place = (name + ' ' + region).toLowerCase(), also = [];
    shorts.forEach(function (one) { if (place.indexOf(one.long) >= 0) also.push(one.short); });
    [['kabupaten', 'kab pemkab'], ['kota', 'pemkot'], ['provinsi', 'prov pemprov'], ['kementerian', 'kemen']]
      .forEach(function (pair) { if (small.split(' ').indexOf(pair[0]) >= 0) also.push(pair[1]); });
    return also.join(' ');
  }

  var table = by('instansi'), body = table.tBodies[0], form = by('saring');
  var heads = list(table.tHead.rows[0].cells);
  var last = heads.length - 1, located = table.classList.contains('located');
  var named = heads.findIndex(function (head) { return head.getAttribute('data-by') === 'text'; });
  var grades = list(by('predikat').options).map(function (option) { return option.text; });
  // Read when they are asked for first: who only reads does not wait.
  var read = null;
  function rows() { return read || (read = list(body.rows).map(readRow)); }
  function readRow(row) {
    var texts = list(row.cells).map(function (cell) { return cell.textContent.trim(); });
    var missing = row.querySelector('.quiet') !== null;
    var region = located ? texts[named + 2] : '';
    texts[named] = row.cells[named].firstChild.textContent;
    return { row: row, texts: texts, group: texts[named + 1], region: region, grade: missing ? '-' : texts[last],
             initials: initials(texts[named]), words: plain(texts.slice(named).join(' ') + ' ' + row.id) + ' ' + calledToo(texts[named], region) };
  }
  var fields = ['cari', 'kelompok', 'wilayah', 'predikat'].map(by).filter(Boolean);

  function text(id) {
    var field = by(id);
    return field && field.value ? field.options[field.selectedIndex].text : '';
  }
  // Numbers and codes from their beginning on: 13 is no part of 2,13.
  function holds(line, word) {
    return /^[\d.,]+$/.test(word) ? (' ' + line.words).indexOf(' ' + word) >= 0 :
      line.words.indexOf(word) >= 0 || line.initials === word;
  }
  function wanted(line) {
    var words = plain(by('cari').value).split(' '), group = text('kelompok'), region = text('wilayah'), grade = by('predikat').value;
    return words.every(function (word) { return holds(line, word); }) && (!group || line.group === group) &&
      (!region || line.region === region) && (!grade || line.grade === grade);
  }

  // The address says what is shown, so that it can be passed on.
  var order = null; // { column, down } where it is not the first
  function keep() {
    var parts = fields.filter(function (field) { return field.value; }).map(function (field) {
      return field.id + '=' + encodeURIComponent(field.value);
    });
    if (order) parts.push('urut=' + order.column + (order.down ? '-turun' : ''));
    try { history.replaceState(null, '', location.pathname + (parts.length ? '?' + parts.join('&') : '') + location.hash); }
    catch (e) { /* a page of a file may not */ }
  }
  function filter() {
    var count = 0;
    rows().forEach(function (line) {
      line.row.hidden = !wanted(line);
      count += line.row.hidden ? 0 : 1;
    });
    by('jumlah').textContent = said[count === rows().length ? 'counted' : 'found']
      .replace('{1}', count).replace('{2}', rows().length);
    by('nihil').hidden = count > 0;
  }

  // What has no value stands last in both directions.
  function rank(text, kind) {
    if (kind === 'text') return text === '' ? null : text;
    if (kind === 'grade') return grades.indexOf(text) < 0 ? null : grades.indexOf(text);
    var number = parseFloat(text.replace(',', '.'));
    return isNaN(number) ? null : number;
  }
  function sort(column, down) {
    var kind = heads[column].getAttribute('data-by'), collator = new Intl.Collator('id', { numeric: true });
    var ranked = rows().map(function (line, i) { return { line: line, at: i, value: rank(line.texts[column], kind) }; });
    ranked.sort(function (a, b) {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.at - b.at;
      var difference = kind === 'text' ? collator.compare(a.value, b.value) : a.value - b.value;
      return (down ? -difference : difference) || a.at - b.at;
    });
    ranked.forEach(function (item) { body.appendChild(item.line.row); });
    heads.forEach(function (head) { head.removeAttribute('aria-sort'); });
    heads[column].setAttribute('aria-sort', down ? 'descending' : 'ascending');
    order = { column: column, down: down };
  }
  heads.forEach(function (head, column) {
    var button = document.createElement('button');
    button.type = 'button';
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener('click', function () {
      var now = head.getAttribute('aria-sort');
      sort(column, now ? now === 'ascending' : head.getAttribute('data-first') === 'descending');
      keep();
    });
  });

  function changed() { filter(); keep(); }
  form.hidden = false;
  form.addEventListener('input', changed);
  form.addEventListener('reset', function () { setTimeout(changed, 0); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });

  // As the address says; a row that it names is shown, whatever the filters.
  var asked = new URLSearchParams(location.search), turned = /^(\d+)(-turun)?$/.exec(asked.get('urut') || '');
  fields.forEach(function (field) { field.value = asked.get(field.id) || ''; });
  if (turned && heads[turned[1]]) sort(Number(turned[1]), Boolean(turned[2]));
  if (fields.some(function (field) { return field.value; })) filter();
  function reveal() {
    if (location.hash.length < 2) return;
    var line = rows().find(function (one) { return '#' + one.row.id === decodeURIComponent(location.hash); });
    if (!line) return;
    if (line.row.hidden) { form.reset(); filter(); }
    line.row.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  addEventListener('hashchange', reveal);
  reveal();

  // Where one stands among all: its dot in the picture of dots is pointed at by the address of the picture.
  function point(figure, id) {
    list(figure.querySelectorAll('source, img')).forEach(function (one) {
      var name = one.tagName === 'IMG' ? 'src' : 'srcset';
      one.setAttribute(name, one.getAttribute(name).replace(/#.*/, '') + (id ? '#i-' + encodeURIComponent(id) : ''));
    });
  }
  function offerPlace(figure) {
    var place = document.createElement('p'), label = document.createElement('label'), field = document.createElement('input');
    var told = document.createElement('output'), names = document.createElement('datalist');
    names.id = 'nama';
    field.type = 'search';
    field.id = field.name = 'letak';
    field.setAttribute('list', names.id);
    field.autocomplete = 'off';
    label.htmlFor = told.htmlFor = field.id;
    label.textContent = said.where;
    place.className = 'place';
    [label, field, names, told].forEach(function (one) { place.appendChild(one); });
    figure.insertBefore(place, figure.querySelector('picture'));
    var rated = function () { return rows().filter(function (line) { return line.grade !== '-'; }); };
    field.addEventListener('focus', function () {
      rated().forEach(function (line) { names.appendChild(document.createElement('option')).value = line.texts[named]; });
    }, { once: true });
    var index = heads.findIndex(function (head) { return head.getAttribute('data-by') === 'number' && head.cellIndex > named; });
    field.addEventListener('input', function () {
      var word = plain(field.value), found = rated().filter(function (line) { return plain(line.texts[named]) === word; });
      if (found.length !== 1 && word)
        found = rated().filter(function (line) { return word.split(' ').every(function (part) { return holds(line, part); }); });
      var one = found.length === 1 ? found[0] : null;
      point(figure, one && one.row.id);
      told.textContent = one ? said['where-found'].replace('{1}', one.texts[named]).replace('{2}', one.texts[index]) :
        word && found.length === 0 ? said['where-none'] : '';
    });
  }
  if (by('grafik-strip')) offerPlace(by('grafik-strip'));

  function copy(text) {
    var done = function () { by('pesan').textContent = ''; setTimeout(function () { by('pesan').textContent = said.copied; }, 50); };
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done); return; }
    var area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    if (document.execCommand('copy')) done();
    area.remove();
  }
  function add(place, label, make) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', function () {
      copy(make());
      button.textContent = said.copied;
      setTimeout(function () { button.textContent = label; }, 2000);
    });
    place.appendChild(button);
  }
  function escaped(text) { return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;'); }
  // What is copied leads to where the page is published, also from a copy on a disk, where that is known.
  var published = document.querySelector('link[rel=canonical]'), local = location.protocol === 'file:';
  function address() { return local && published ? published.href : location.href.replace(/[?#].*/, ''); }
  list(document.querySelectorAll('#grafik figure')).forEach(function (figure) {
    var place = document.createElement('p'), image = figure.querySelector('img');
    var here = function () { return address() + '#' + figure.id; };
    var text = function () { return by(image.getAttribute('aria-describedby')).textContent; };
    place.className = 'copy';
    add(place, said['copy-text'], text);
    if (published || !local) add(place, said['copy-link'], here);
    if (published || !local) add(place, said['copy-embed'], function () {
      return '<figure><img src="' + new URL(image.getAttribute('src'), address()).href + '" alt="' + escaped(image.alt + '. ' + text()) +
        '" style="width:100%;height:auto"><figcaption><a href="' + here() + '">' + escaped(by('kutipan').textContent) + '</a></figcaption></figure>';
    });
    figure.querySelector('.menu').appendChild(place);
  });
  var tools = document.createElement('p');
  tools.className = 'copy';
  add(tools, said['copy-table'], function () {
    return [heads.map(function (head) { return head.textContent; }).join('\t')].concat(list(body.rows).filter(function (row) {
      return !row.hidden;
    }).map(function (row) { return rows().find(function (line) { return line.row === row; }).texts.join('\t'); })).join('\n');
  });
  if (published || !local) add(tools, said['copy-link'], function () { return address() + location.search + location.hash; });
  by('jumlah').insertAdjacentElement('afterend', tools);
  tools = document.createElement('p');
  tools.className = 'copy';
  add(tools, said['copy-citation'], function () { return by('kutipan').textContent; });
  by('kutipan').parentNode.insertAdjacentElement('afterend', tools);

  // The archives hold the page without the cards of all institutions, and not themselves: there nothing leads to them.
  var cards = list(document.querySelectorAll('th a[href^="kartu/"]'));
  function leaveCardsOut() {
    cards.forEach(function (link) { link.replaceWith(link.textContent); });
    by('kartu-instansi').textContent = said['cards-beside'];
    var archive = document.querySelector('a[href$=".zip"]');
    if (archive) archive.closest('li').remove();
  }
  if (location.protocol === 'file:' && cards.length > 0) {
    var first = new Image();
    first.onerror = leaveCardsOut;
    first.src = cards[0].getAttribute('href');
  }
})();
