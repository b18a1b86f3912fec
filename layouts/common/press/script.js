// What the page can do more with a script: search, filters, order, and the choice of a theme.
(function () {
  'use strict';
  var root = document.documentElement;
  var by = function (id) { return document.getElementById(id); };

  function darkened() {
    var chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  var theme = by('tema');
  function showTheme() { theme.setAttribute('aria-pressed', String(darkened())); }
  theme.hidden = false;
  theme.addEventListener('click', function () {
    root.setAttribute('data-theme', darkened() ? 'light' : 'dark');
    showTheme();
  });
  showTheme();

  var table = by('instansi'), body = table.tBodies[0], form = by('saring');
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var last = heads.length - 1;
  var grades = Array.prototype.map.call(by('predikat').options, function (option) { return option.text; });
  var rows = Array.prototype.map.call(body.rows, function (row) {
    var texts = Array.prototype.map.call(row.cells, function (cell) { return cell.textContent.trim(); });
    var missing = row.querySelector('.quiet') !== null;
    return { row: row, texts: texts, name: row.querySelector('th').textContent.toLowerCase(),
             group: row.getAttribute('data-g'), region: row.getAttribute('data-r') || '',
             grade: missing ? '-' : texts[last] };
  });

  function wanted(line) {
    var words = by('cari').value.toLowerCase().split(/\s+/);
    var region = by('wilayah');
    return words.every(function (word) { return line.name.indexOf(word) >= 0; }) &&
      (!by('kelompok').value || line.group === by('kelompok').value) &&
      (!region || !region.value || line.region === region.value) &&
      (!by('predikat').value || line.grade === by('predikat').value);
  }

  function filter() {
    var count = 0;
    rows.forEach(function (line) {
      line.row.hidden = !wanted(line);
      count += line.row.hidden ? 0 : 1;
    });
    by('jumlah').textContent = count === rows.length ? count + ' instansi.' :
      count + ' dari ' + rows.length + ' instansi.';
    by('nihil').hidden = count > 0;
  }

  // What has no value stands last in both directions.
  function rank(text, kind) {
    if (kind === 'text') return text === '' ? null : text;
    if (kind === 'grade') return text === 'Belum dinilai' ? null : grades.indexOf(text);
    var number = parseFloat(text.replace(',', '.'));
    return isNaN(number) ? null : number;
  }

  function sort(column, kind, step) {
    var order = new Intl.Collator('id', { numeric: true });
    var ranked = rows.map(function (line, i) { return { line: line, at: i, value: rank(line.texts[column], kind) }; });
    ranked.sort(function (a, b) {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.at - b.at;
      var difference = kind === 'text' ? order.compare(a.value, b.value) : a.value - b.value;
      return step * difference || a.at - b.at;
    });
    ranked.forEach(function (item) { body.appendChild(item.line.row); });
  }

  heads.forEach(function (head, column) {
    var button = document.createElement('button');
    button.type = 'button';
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener('click', function () {
      var down = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      sort(column, head.getAttribute('data-by'), down ? -1 : 1);
    });
  });

  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('reset', function () { setTimeout(filter, 0); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
})();
