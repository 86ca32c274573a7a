// Colours by choice on every page, and everything folded out on paper; filters and sorting on the page of all tasks. Nothing is fetched.
(function () {
  'use strict';

  // The colours that were chosen are put on before anything is drawn.
  var root = document.documentElement;
  function kept() { try { return localStorage.getItem('workplan-theme'); } catch (e) { return null; } }
  function keep(theme) { try { localStorage.setItem('workplan-theme', theme); } catch (e) { /* Not kept, then. */ } }
  if (kept() === 'dark' || kept() === 'light') root.setAttribute('data-theme', kept());

  function themeButton() {
    var button = document.getElementById('theme');
    if (!button) return;
    var system = window.matchMedia('(prefers-color-scheme: dark)');
    function dark() { var own = root.getAttribute('data-theme'); return own ? own === 'dark' : system.matches; }
    function show() { button.setAttribute('aria-pressed', String(dark())); }
    button.addEventListener('click', function () {
      var theme = dark() ? 'light' : 'dark';
      root.setAttribute('data-theme', theme);
      keep(theme);
      show();
    });
    if (system.addEventListener) system.addEventListener('change', show);
    button.hidden = false;
    show();
  }

  // The places in a row of the data.
  var ID = 0, PAGE = 1, TITLE = 2, SECTION = 3, LIGHT = 4, DEADLINE = 5, TARGET = 6, UNIT = 8, ASSUMED = 9,
    STATE = 10, KIND = 11, LEFT = 12, PERCENT = 13, PROGRESS = 14, PACE = 15;
  // So many rows are drawn at once; more when the reader comes near the last of them.
  var WINDOW = 100;
  // Worst first: red, yellow, grey, green, blue.
  var BADNESS = [4, 3, 1, 0, 2];
  var SVG = 'http://www.w3.org/2000/svg';

  function element(name, attributes, children) {
    var made = name.charAt(0) === ':' ? document.createElementNS(SVG, name.slice(1)) : document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { if (attributes[key] !== null) made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  function taskTable(data) {
    var table = document.querySelector('main table.tasks');
    var form = document.getElementById('find'), query = document.getElementById('q'), count = document.getElementById('count');
    var more = document.getElementById('more'), all = document.getElementById('all');
    var selects = Array.prototype.slice.call(form.querySelectorAll('select'));
    var body = table.tBodies[0], rows = data.rows, found = [], drawn = 0, state = {};
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var matches = window.workplanFind.matcher(data), filters = document.getElementById('filters');
    var collator = new Intl.Collator('zh-CN', { numeric: true });
    var due = element('button', { type: 'button', hidden: '' });
    document.getElementById('clear').before(due);

    function say(words, values) { return words.replace(/\{(\w+)\}/g, function (_, key) { return values[key]; }); }
    function unit(row) { return row[UNIT] === null || row[UNIT] === undefined ? null : data.units[row[UNIT]]; }
    // What is asked for stands in the address, so that a view can be shared.
    function read() {
      state = {};
      location.hash.slice(1).split('&').forEach(function (part) {
        var at = part.indexOf('=');
        if (at < 1) return;
        try { state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); } catch (e) { /* Not ours. */ }
      });
      if (document.activeElement !== query || query.value.trim() !== (state.q || '')) query.value = state.q || '';
      selects.forEach(function (select) {
        select.value = state[select.dataset.key] || '';
        if (select.selectedIndex < 0) select.value = '';
      });
      due.hidden = !state.due;
      due.textContent = state.due ? say(data.words.due, { day: state.due }) + ' ×' : '';
      find();
    }
    function write(typed) {
      var hash = '#' + Object.keys(state).filter(function (key) { return state[key]; })
        .map(function (key) { return key + '=' + encodeURIComponent(state[key]); }).join('&');
      if (hash === (location.hash || '#')) return;
      // Typing leaves no trail of half words to go back through.
      try { history[typed ? 'replaceState' : 'pushState'](null, '', hash); } catch (e) { location.replace(hash); return; }
      read();
    }

    function fits(place, words) {
      var row = rows[place], own;
      if (state.light && (row[LIGHT] === null || data.lights[row[LIGHT]][0] !== state.light)) return false;
      if (state.section && data.sections[row[SECTION]] !== state.section) return false;
      if (data.units) {
        own = unit(row);
        if (state.unit && !(own && own[0] === state.unit)) return false;
        if (state.state && data.states[row[STATE]][0] !== state.state) return false;
        if (state.kind && data.kinds[row[KIND]] !== state.kind) return false;
      }
      if (state.due && row[DEADLINE].slice(0, 10) !== state.due) return false;
      return matches(place, words);
    }
    function rank(row, key) {
      switch (key) {
        case 'light': return row[LIGHT] === null ? 9 : BADNESS[row[LIGHT]];
        case 'lead': return unit(row) ? row[UNIT] : 1e9;
        case 'deadline': return row[DEADLINE];
        case 'left': return row[LEFT] === '' || isNaN(row[LEFT]) ? null : Number(row[LEFT]);
        case 'progress': return row[PROGRESS];
        case 'state': return row[STATE];
        case 'target': return row[TARGET];
        case 'title': return row[TITLE];
        default: return own(row, key) === '' ? null : isNumber(key) ? Number(own(row, key)) : own(row, key);
      }
    }
    // What stands under a field of the plan's own: the last of a row's data holds them all.
    function own(row, key) { return row[row.length - 1][Number(key.slice(3))] || ''; }
    function isNumber(key) {
      return data.columns.some(function (column) { return column[0] === key && / n$/.test(column[1]); });
    }
    function sort() {
      var key = (state.sort || '').replace(/^-/, ''), back = (state.sort || '').charAt(0) === '-' ? -1 : 1;
      heads.forEach(function (head) {
        var own = head.dataset.key === key;
        if (own) head.setAttribute('aria-sort', back < 0 ? 'descending' : 'ascending'); else head.removeAttribute('aria-sort');
      });
      if (!key && !data.lights) return;
      if (!key) key = 'light';
      if (key === 'id') { if (back < 0) found.reverse(); return; }
      var ranks = {};
      found.forEach(function (place) { ranks[place] = rank(rows[place], key); });
      var words = key === 'title' || key === 'target' || (key.slice(0, 3) === 'own' && !isNumber(key));
      found.sort(function (one, other) {
        var a = ranks[one], b = ranks[other];
        // What is not known stands last, whichever way.
        if (a === null || b === null) return (a === null) - (b === null) || one - other;
        var order = words ? collator.compare(a, b) : (a < b ? -1 : a > b ? 1 : 0);
        if (!order && key === 'light' && rows[one][DEADLINE] !== rows[other][DEADLINE]) return rows[one][DEADLINE] < rows[other][DEADLINE] ? -1 : 1;
        return order * back || one - other;
      });
    }
    function find() {
      var words = window.workplanFind.words(state.q);
      found = [];
      for (var place = 0; place < rows.length; place++) if (fits(place, words)) found.push(place);
      sort();
      body.textContent = '';
      drawn = 0;
      draw(WINDOW);
      var said = found.length === rows.length ? data.words.count : found.length ? data.words.found : data.words.none;
      count.textContent = say(said, { found: found.length, all: rows.length });
    }

    function draw(number) {
      var part = document.createDocumentFragment(), end = Math.min(found.length, drawn + number);
      for (; drawn < end; drawn++) part.append(line(rows[found[drawn]]));
      body.append(part);
      more.parentNode.hidden = drawn >= found.length;
      more.textContent = say(data.words.more, { n: Math.min(WINDOW, found.length - drawn) });
      all.textContent = data.words.all;
    }
    function line(row) {
      return element('tr', {}, data.columns.map(function (column) {
        return element('td', { 'class': column[1], 'data-label': column[2] }, [cell(row, column[0])].filter(function (child) { return child !== null; }));
      }));
    }
    function cell(row, key) {
      var href = 'task/' + (row[PAGE] || row[ID]) + '.html', lead;
      switch (key) {
        case 'light': return light(row);
        case 'id': return row[ID];
        case 'title': return element('a', { href: href, lang: data.lang }, [row[TITLE]]);
        case 'lead':
          lead = unit(row);
          if (!lead) return data.words.unled;
          return element('span', {}, [element('a', { href: 'unit/' + lead[2] + '.html', lang: data.lang }, [lead[1]]), row[ASSUMED] ? '*' : '']);
        case 'target': return said(row[TARGET]);
        case 'deadline': return row[DEADLINE];
        case 'left': return row[LEFT];
        case 'progress': return progress(row);
        case 'state': return data.states[row[STATE]][1];
        default: return said(own(row, key));
      }
    }
    function said(words) { return words ? element('span', { lang: data.lang }, [words]) : null; }
    function light(row) {
      if (row[LIGHT] === null) return element('span', { 'class': 'light t-none' }, [data.states ? data.states[row[STATE]][1] : '']);
      var own = data.lights[row[LIGHT]];
      return element('span', { 'class': 'light ' + own[2] }, [own[1]]);
    }
    function progress(row) {
      if (row[PROGRESS] === null) return row[PERCENT];
      var bar = [element(':rect', { 'class': 't', width: 60, height: 6 }), element(':rect', { 'class': 'd', width: row[PROGRESS] * 60, height: 6 })];
      if (row[PACE] !== null) bar.push(element(':rect', { 'class': 'p', x: row[PACE] * 59, width: 1, height: 6 }));
      var both = document.createDocumentFragment();
      both.append(element('span', { 'class': 'pct' }, [row[PERCENT]]), element(':svg', { 'class': 'pb', viewBox: '0 0 60 6', 'aria-hidden': 'true' }, bar));
      return both;
    }

    heads.forEach(function (head) {
      var key = head.dataset.key, button = element('button', { type: 'button' }, [head.textContent]);
      head.textContent = '';
      head.append(button);
      button.addEventListener('click', function () {
        state.sort = state.sort === key ? '-' + key : key;
        write(false);
      });
    });
    query.addEventListener('input', function () { state.q = query.value.trim(); write(true); });
    selects.forEach(function (select) {
      select.addEventListener('change', function () { state[select.dataset.key] = select.value; write(false); });
    });
    due.addEventListener('click', function () { state.due = ''; write(false); query.focus(); });
    document.getElementById('clear').addEventListener('click', function () { state = {}; write(false); query.focus(); });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    more.addEventListener('click', function () { draw(WINDOW); });
    all.addEventListener('click', function () { draw(found.length); });
    window.addEventListener('hashchange', read);
    window.addEventListener('beforeprint', function () { draw(found.length); });
    if (window.IntersectionObserver) {
      new IntersectionObserver(function (seen) {
        if (seen.some(function (one) { return one.isIntersecting; }) && drawn < found.length) draw(WINDOW);
      }, { rootMargin: '600px' }).observe(more.parentNode);
    }
    // On a phone the filters are folded, unless one of them is asked for.
    if (filters && window.matchMedia('(max-width: 40rem)').matches && !/[#&](light|section|unit|state|kind)=/.test(location.hash)) filters.open = false;
    form.hidden = false;
    read();
  }

  // What is folded is unfolded for paper, and for whoever follows a link into it.
  function unfold(root) { Array.prototype.forEach.call(root, function (folded) { folded.open = true; }); }
  function unfoldTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var folded = target && target.closest && target.closest('details:not([open])');
    if (folded) { folded.open = true; target.scrollIntoView(); }
  }

  document.addEventListener('DOMContentLoaded', function () {
    window.addEventListener('beforeprint', function () { unfold(document.querySelectorAll('main details')); });
    window.addEventListener('hashchange', unfoldTarget);
    unfoldTarget();
    themeButton();
    if (window.workplanTasks && document.getElementById('find')) taskTable(window.workplanTasks);
  });
})();
