// Finds tasks by what is typed: words, ids, and the initials of pinyin; from every page, with the key "/". Nothing is fetched: the
// tasks come in as a script that lies beside this one.
(function () {
  'use strict';

  // The places in a row of the data.
  var ID = 0, PAGE = 1, TITLE = 2, PLAN = 3, LIGHT = 4, TARGET = 6, SOURCE = 7, UNIT = 8, ALSO = 16, ALSO_OF_MANY = 9;
  var SHOWN = 12;
  var here = document.currentScript.src.replace(/[^/]*$/, '');

  // The first character of each initial in the order of pinyin, which every browser knows how to sort by.
  var LETTERS = 'abcdefghjklmnopqrstwxyz', FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
  // Characters that are read in several ways.
  var ALSO_READ = { 长: 'z', 重: 'c', 行: 'h', 会: 'k', 都: 'd', 调: 't', 藏: 'z', 单: 's', 朝: 'z', 校: 'j', 参: 's', 区: 'o', 曾: 'c', 解: 'x',
    降: 'x', 率: 's', 传: 'z', 给: 'j', 系: 'j', 弹: 'd', 合: 'g', 盛: 'c', 石: 'd', 提: 'd', 属: 'z', 宿: 'x', 省: 'x', 乐: 'y', 便: 'p', 还: 'h', 厦: 'x',
    车: 'j', 仇: 'q', 查: 'z', 卜: 'b', 术: 'z', 尽: 'j', 服: 'f', 期: 'j', 落: 'l', 露: 'l', 屏: 'b', 强: 'j', 拓: 't', 吓: 'h' };
  var order = null, known = {};
  try {
    order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
    if (order.compare('龚', '七') > 0 || order.compare('镇', '丫') < 0) order = null;
  } catch (e) { /* Such a browser finds by words alone. */ }

  function initials(c) {
    if (known[c] !== undefined) return known[c];
    var found = c;
    if (/[㐀-鿿]/.test(c)) {
      found = '';
      for (var at = LETTERS.length - 1; order && at >= 0; at--) {
        if (order.compare(FIRST.charAt(at), c) <= 0) { found = LETTERS.charAt(at); break; }
      }
      found += ALSO_READ[c] || '';
    }
    return (known[c] = found);
  }

  // One spelling of what is typed in several: full width and half width, brackets, capitals.
  function folded(text) {
    return String(text || '').normalize('NFKC').toLowerCase().replace(/[〔【]/g, '[').replace(/[〕】]/g, ']')
      .replace(/、/g, ',').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/。/g, '.');
  }

  // Whether the letters are the initials of characters that stand side by side; marks between them do not count.
  function spells(letters, text) {
    var heard = Array.from(text).filter(function (c) { return /[0-9a-z㐀-鿿]/.test(c); }).map(initials);
    for (var start = 0; start + letters.length <= heard.length; start++) {
      var at = 0;
      while (at < letters.length && heard[start + at].indexOf(letters.charAt(at)) >= 0) at++;
      if (at === letters.length) return true;
    }
    return false;
  }

  // The plan of a task, where there are several: its folder, its title, its words for the lights.
  function plan(data, row) { return data.plans ? data.plans[row[PLAN]] : null; }

  // A function that says whether the task at a place fits what is typed.
  function matcher(data) {
    var texts = [], names = [];
    function unit(row) { return row[UNIT] === null || row[UNIT] === undefined || !data.units ? null : data.units[row[UNIT]]; }
    function text(place) {
      if (texts[place] === undefined) {
        var row = data.rows[place], own = unit(row), of = plan(data, row);
        names[place] = [row[TITLE], own ? own[0] : '', own ? own[1] : '', of ? of[1] : ''].map(folded);
        texts[place] = [row[ID], row[TITLE], row[SOURCE], row[TARGET], own ? own[0] + ' ' + own[1] : '', of ? of[1] : '', row[of ? ALSO_OF_MANY : ALSO] || '']
          .map(folded).join('\n');
      }
      return texts[place];
    }
    return function (place, words) {
      return words.every(function (word) {
        if (text(place).indexOf(word) >= 0) return true;
        return /^[a-z][0-9a-z]+$/.test(word) && names[place].some(function (name) { return spells(word, name); });
      });
    };
  }
  function words(typed) { return String(typed || '').split(/\s+/).map(folded).filter(Boolean); }
  window.workplanFind = { matcher: matcher, words: words };

  var dialog, input, hits, status, fits;

  function make(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  function build(data) {
    input = make('input', { type: 'search', id: 'typed', autocomplete: 'off', spellcheck: 'false' });
    hits = make('ul', { id: 'hits' });
    status = make('p', { role: 'status' });
    var close = make('button', { type: 'button' }, [data.words.close]);
    dialog = make('dialog', { id: 'finder', 'aria-labelledby': 'finder-name' }, [
      make('div', { 'class': 'finder-head' }, [make('label', { 'for': 'typed', id: 'finder-name' }, [data.words.search]), close]),
      input, make('p', { 'class': 'faint' }, [data.words.hint]), hits, status,
    ]);
    document.body.append(dialog);
    fits = matcher(data);
    input.addEventListener('input', function () { list(data); });
    close.addEventListener('click', function () { dialog.close(); });
    dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('keydown', function (event) {
      var links = Array.prototype.slice.call(hits.querySelectorAll('a')), at = links.indexOf(document.activeElement);
      // Else the first press would only empty the field.
      if (event.key === 'Escape') { dialog.close(); event.preventDefault(); }
      if (event.key === 'ArrowDown' && links.length) { links[Math.min(at + 1, links.length - 1)].focus(); event.preventDefault(); }
      if (event.key === 'ArrowUp') { (at > 0 ? links[at - 1] : input).focus(); event.preventDefault(); }
      if (event.key === 'Enter' && document.activeElement === input && links.length) { links[0].click(); event.preventDefault(); }
    });
  }

  function list(data) {
    var asked = words(input.value), found = [];
    for (var place = 0; asked.length && place < data.rows.length; place++) if (fits(place, asked)) found.push(data.rows[place]);
    hits.textContent = '';
    found.slice(0, SHOWN).forEach(function (row) {
      var of = plan(data, row), lights = of ? of[2] : data.lights;
      var link = make('a', { href: here + '../' + (of ? of[0] + '/' : '') + 'task/' + (row[PAGE] || row[ID]) + '.html' }, []);
      if (row[LIGHT] !== null && lights) link.append(make('span', { 'class': 'light ' + lights[row[LIGHT]][2] }, [lights[row[LIGHT]][1]]), ' ');
      link.append(make('span', { 'class': 'id' }, [row[ID]]), ' ', row[TITLE]);
      if (of) link.append(' ', make('span', { 'class': 'faint' }, [of[1]]));
      hits.append(make('li', {}, [link]));
    });
    status.textContent = '';
    if (found.length > SHOWN && data.plans) {
      status.textContent = data.words.found.replace('{found}', found.length).replace('{all}', data.rows.length);
    } else if (found.length > SHOWN) {
      status.append(make('a', { href: here + '../tasks.html#q=' + encodeURIComponent(input.value.trim()) }, [data.words.whole.replace('{found}', found.length)]));
    } else if (asked.length && !found.length) status.textContent = data.words.none;
  }

  function open() {
    var own = document.getElementById('q');
    if (own && own.offsetParent) { own.focus(); own.select(); return; }
    if (!window.workplanTasks) {
      var script = make('script', { src: here + 'tasks.js' });
      script.addEventListener('load', function () { if (window.workplanTasks) open(); });
      document.head.append(script);
      return;
    }
    if (!dialog) build(window.workplanTasks);
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  }

  document.addEventListener('DOMContentLoaded', function () {
    var button = document.getElementById('search');
    if (!button || !window.HTMLDialogElement) return;
    button.hidden = false;
    button.addEventListener('click', open);
    document.addEventListener('keydown', function (event) {
      var at = event.target;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) || at.isContentEditable) return;
      event.preventDefault();
      open();
    });
  });
})();
