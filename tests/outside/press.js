// What is wrong with the page for people who cannot see it well, or not at all; a line for each.
// The main rules of WCAG 2.1 AA that a program can check.
const problems = [];
const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.off');
const words = (e) => (e.getAttribute('aria-label') || e.textContent || '').trim();
const say = (e, what) => problems.push(what + ': ' + e.outerHTML.slice(0, 90));
const all = (selector) => [...document.querySelectorAll(selector)];

if (!document.documentElement.lang) problems.push('no language');
if (all('main').length !== 1 || all('h1').length !== 1) problems.push('not one main and one h1');
if (!document.title) problems.push('no title');

const ids = all('[id]').map((e) => e.id);
ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => problems.push('id twice: ' + id));
all('[aria-labelledby]').forEach((e) => e.getAttribute('aria-labelledby').split(' ').forEach((id) => {
  if (!document.getElementById(id)) say(e, 'no label ' + id);
}));
all('a, button, summary').forEach((e) => { if (!words(e)) say(e, 'says nothing'); });
all('a[href^="#"]').forEach((e) => { if (!document.getElementById(e.hash.slice(1))) say(e, 'leads nowhere'); });
all('input, select').forEach((e) => { if (!e.labels.length || !words(e.labels[0])) say(e, 'no label'); });
all('img').forEach((e) => {
  const about = document.getElementById(e.getAttribute('aria-describedby'));
  if (!e.alt || !about || !words(about)) say(e, 'no text');
});
const titles = all('img').map((e) => e.alt);
titles.filter((title, i) => titles.indexOf(title) !== i).forEach((title) => problems.push('two charts of one title: ' + title));
all('thead th').forEach((e) => { if (e.scope !== 'col') say(e, 'no scope'); });
all('tbody th').forEach((e) => { if (e.scope !== 'row') say(e, 'no scope'); });
all('[tabindex]').forEach((e) => { if (e.tabIndex > 0) say(e, 'an order of its own'); });
all('[role=region], section').forEach((e) => { if (!e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')) say(e, 'no name'); });
all('h1, h2, h3, h4').reduce((before, e) => {
  const level = Number(e.tagName[1]);
  if (level > before + 1) say(e, 'skips a level');
  return level;
}, 0);

// Contrast of text and what is behind it: 4.5, or 3 where it is large.
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const bytes = (color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const light = (color) => {
  const [r, g, b] = color.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const color = bytes(getComputedStyle(e).backgroundColor);
    if (color[3] === 255) return color;
  }
  return [255, 255, 255, 255];
};
const seen = new Set();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const e = texts.currentNode.parentElement;
  const style = getComputedStyle(e);
  if (!texts.currentNode.data.trim() || seen.has(e) || e.closest('svg') || !shown(e)) continue;
  seen.add(e);
  const values = [light(bytes(style.color)), light(ground(e))].sort((a, b) => b - a);
  const contrast = (values[0] + 0.05) / (values[1] + 0.05);
  const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
  if (contrast < (large ? 3 : 4.5)) say(e, 'contrast ' + contrast.toFixed(2));
}
// What is pressed is large enough to be hit (WCAG 2.2, 2.5.8), but for links within text.
all('button, input, select, nav a').filter(shown).forEach((e) => {
  const box = e.getBoundingClientRect();
  if (box.height < 24 || box.width < 24) say(e, 'small');
});
return problems;
