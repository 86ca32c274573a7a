// Drives Chromium over the pages of a site: node drive.cjs pages|many|served|large FOLDER WORKPLAN
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const http = require('node:http');
const { spawn } = require('node:child_process');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const AXE = require.resolve('axe-core/axe.min.js');

const [, , what, folder, workplan] = process.argv;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

async function browser(work) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'workplan-browser-'));
  // The policy is in force for the pages; axe comes in from outside of them.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: FLAGS,
  });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  });
  try { await work(page, context, wrong); } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

const file = (...parts) => pathToFileURL(path.join(folder, ...parts)).href;
const rows = (page) => page.locator('main tbody tr').count();
const counted = (page) => page.locator('#count').textContent();

/** What axe finds in a page, in the colours that are asked for. */
async function axe(page, name) {
  const found = await page.evaluate(async (source) => {
    if (!window.axe) (0, eval)(source);
    const result = await window.axe.run(document, { resultTypes: ['violations'] });
    return result.violations.map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + ' ' + (node.any[0] || {}).message).join(' | '));
  }, fs.readFileSync(AXE, 'utf8'));
  assert.deepEqual(found, [], name);
}

/** A phone, a tablet and a desk, by day and by night. */
const LOOKS = [[360, 'light'], [800, 'dark'], [1400, 'light'], [1400, 'dark']];
/** Of the other languages and editions, whose looks are the same, the other way round. */
const FEWER = [[360, 'dark'], [1400, 'light']];

/** Every kind of page, in both languages, editions and colours, at three widths. */
async function accessible(context, wrong) {
  const page = await context.newPage();
  // No colours are chosen: those of the system hold.
  await page.addInitScript(() => localStorage.clear());
  let looked = 0;
  for (const site of ['zh', 'en', 'zh-public', 'en-public']) {
    const kinds = ['index.html', 'tasks.html', 'sections.html', 'calendar.html', 'document.html', 'section/2.html', 'task/31-18.html', 'task/42-10.html'];
    if (!site.endsWith('public')) kinds.push('units.html', 'alerts.html', 'unit/5.html', 'week.html', 'timeline.html');
    for (const kind of kinds) {
      for (const [width, colorScheme] of site === 'zh' ? LOOKS : FEWER) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(file(site, kind));
        assert.equal(await page.locator('html').getAttribute('lang'), site.startsWith('zh') ? 'zh-CN' : 'en');
        await axe(page, `${site}/${kind} ${width} ${colorScheme}`);
        looked++;
      }
    }
    // The search, opened.
    await page.keyboard.press('/');
    await page.fill('#typed', '1');
    await axe(page, `${site}, searching`);
  }
  console.log(`axe: ${looked} pages, no violations`);
  assert.deepEqual(wrong, []);
  await page.close();
}

async function table(page) {
  await page.goto(file('real', 'tasks.html'));
  const all = Number((await counted(page)).match(/\d+/)[0]);
  assert.ok(all > 150 && await rows(page) <= all);
  // Search by title, by the document's words, by unit; then none.
  await page.fill('#q', '龚都村');
  assert.match(await page.locator('main tbody').textContent(), /22-07/);
  assert.ok(await rows(page) < 10 && page.url().includes('#q='));
  await page.fill('#q', '规建办');
  assert.ok(await rows(page) > 5);
  await page.fill('#q', '没有这样的任务');
  assert.equal(await rows(page), 0);
  assert.equal(await counted(page), '没有符合条件的任务');
  await page.click('#clear');
  assert.equal(await counted(page), `共 ${all} 项任务`);
  // Filters stand in the address; the way back leads through them.
  await page.selectOption('select[data-key=light]', 'grey');
  await page.waitForURL(/light=grey/);
  const grey = await counted(page);
  await page.selectOption('select[data-key=section]', '2');
  await page.waitForURL(/section=2/);
  assert.notEqual(await counted(page), grey);
  await page.goBack();
  await page.waitForFunction((words) => document.getElementById('count').textContent === words, grey);
  assert.equal(await page.inputValue('select[data-key=section]'), '');
  for (const [key, value] of [['unit', '规划建设和生态环境办公室'], ['state', 'not_started'], ['kind', 'measured']]) {
    await page.selectOption(`select[data-key=${key}]`, value);
  }
  const shared = page.url(), shown = await page.locator('main tbody').textContent();
  // Somebody else opens the address.
  await page.goto('about:blank');
  await page.goto(shared);
  assert.equal(await page.locator('main tbody').textContent(), shown);
  // Sorting by keyboard, both ways.
  await page.click('#clear');
  const deadline = page.locator('th[data-key=deadline] button');
  await deadline.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('th[data-key=deadline][aria-sort=ascending]');
  const cell = page.locator('main tbody tr:first-child td:nth-child(5)');
  const earliest = await cell.textContent();
  await deadline.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('th[data-key=deadline][aria-sort=descending]');
  assert.ok(await cell.textContent() > earliest);
  // The rest of the rows comes when it is wanted.
  await page.mouse.wheel(0, 100000);
  await page.waitForFunction((all) => document.querySelectorAll('main tbody tr').length === all, all);
  await page.goto(file('real', 'tasks.html') + '#due=2020-12-31');
  assert.ok(await page.locator('#find button:has-text("2020-12-31")').isVisible());
}

/** From every page, by key and by the initials of pinyin. */
async function search(page) {
  for (const kind of ['index.html', 'week.html', 'task/31-18.html', 'unit/5.html']) {
    await page.goto(file('real', kind));
    await page.keyboard.press('/');
    await page.fill('#typed', 'gdc');
    assert.match(await page.locator('#hits').textContent(), /22-07/, kind);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#finder').isVisible(), false);
  }
  await page.click('#search');
  for (const [typed, id] of [['gdc92h', '22-07'], ['龚都村', '22-07'], ['22-07', '22-07'], ['gjb jtdc', null]]) {
    await page.fill('#typed', typed);
    const hits = await page.locator('#hits').textContent();
    assert.equal(hits.includes(id || '22-07'), id !== null, typed);
  }
  // Several words must all fit: the unit's initials, and the title's.
  await page.fill('#typed', 'gjb gdc');
  assert.match(await page.locator('#hits').textContent(), /22-07/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/task\/22-07\.html$/);
  // On the page of all tasks the table itself is searched; "/" is written as usual where something is typed.
  await page.goto(file('real', 'tasks.html'));
  await page.keyboard.press('/');
  await page.keyboard.type('gdc/');
  assert.equal(await page.inputValue('#q'), 'gdc/');
  await page.fill('#q', 'gdc');
  assert.match(await page.locator('main tbody').textContent(), /22-07/);
  assert.ok(await rows(page) < 5);
  // The worst are first.
  await page.click('#clear');
  assert.match(await page.locator('main tbody tr').first().textContent(), /红灯/);
}

/** The charts have the page's colours and the page's width. */
async function charts(page) {
  await page.goto(file('zh', 'index.html'));
  const stroke = () => page.evaluate(() => getComputedStyle(document.querySelector('.trend .done')).stroke);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await stroke();
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await stroke(), light);
  await page.emulateMedia({ colorScheme: 'light' });
  const wide = (selector) => page.locator(selector).first().evaluate((one) => one.getBoundingClientRect().width);
  await page.goto(file('zh', 'task/22-07.html'));
  for (const width of [360, 800, 1400]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await wide('.trend .area') > await wide('main') * 0.8, `a chart is as wide as a page of ${width}`);
    const sizes = await page.locator('.trend text').evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().height));
    assert.ok(sizes.every((size) => size >= 10), 'its words are not made smaller');
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  // The heads of tables stay in sight.
  await page.goto(file('real', 'tasks.html'));
  await page.mouse.wheel(0, 3000);
  await page.waitForFunction(() => scrollY > 1000 && Math.abs(document.querySelector('main thead th').getBoundingClientRect().top) < 2);
}

async function ways(page) {
  // From the document to a task and back to the sentence.
  await page.goto(file('real', 'document.html'));
  await page.click('a.chip:has-text("22-07")');
  assert.match(page.url(), /task\/22-07\.html$/);
  await page.click('a[href*="document.html#s"]');
  assert.match(page.url(), /document\.html#s\d+$/);
  await page.locator('.s:target').waitFor();
  // By keyboard past the navigation.
  await page.goto(file('real', 'index.html'));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), '#main');
  // Colours by choice, kept from page to page.
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(file('real', 'index.html'));
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.click('#theme');
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.goto(file('real', 'alerts.html'));
  assert.equal(await paper(), dark);
  await page.click('#theme');
}

async function printed(page) {
  await page.goto(file('real', 'tasks.html'));
  const pdf = await page.pdf({ format: 'A4' });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const all = Number((await counted(page)).match(/\d+/)[0]);
  assert.equal(await rows(page), all, 'all rows are printed');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('nav.ways').isVisible(), false);
  // The charts are printed, in black on white also by night; what is folded is unfolded.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(file('zh', 'index.html'));
  const drawn = await page.locator('.trend .area').evaluateAll((areas) => areas.map((area) => area.getBoundingClientRect()).filter((area) => area.width > 300 && area.height > 100).length);
  assert.equal(drawn, 2);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.trend')).backgroundColor), 'rgb(255, 255, 255)');
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.goto(file('zh', 'calendar.html'));
  await page.pdf({ format: 'A4' });
  assert.equal(await page.locator('details:not([open])').count(), 0);
  // A link into what is folded unfolds it.
  await page.goto(file('zh', 'calendar.html'));
  assert.match(await page.locator('main h2').first().textContent(), /2020年11月/);
  await page.click('nav.months a >> nth=0');
  assert.ok(await page.locator('#m2020-7').isVisible());
}

async function withoutScript() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'workplan-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: FLAGS, javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(file('real', 'tasks.html'));
  assert.ok(await page.locator('main tbody tr').count() > 150);
  assert.equal(await page.locator('#find').isVisible(), false);
  await page.click('main tbody a[href="task/22-07.html"]');
  assert.match(await page.locator('h1').textContent(), /龚都村/);
  await context.close();
  fs.rmSync(profile, { recursive: true, force: true });
}

/** No page is wider than a phone. */
async function narrow(page) {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const kind of ['index.html', 'week.html', 'tasks.html', 'timeline.html', 'sections.html', 'units.html', 'calendar.html', 'alerts.html', 'document.html', 'section/3.html', 'task/31-18.html', 'task/22-07.html']) {
    for (const site of ['zh', 'en', 'real']) {
      await page.goto(file(site, kind));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 360, `${site}/${kind} is ${width} wide`);
      // Nothing of a table is cut: its rows are cards.
      const cut = await page.locator('.wide').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
      assert.equal(cut, 0, `${site}/${kind}: a table is cut`);
    }
  }
  await page.goto(file('real', 'tasks.html'));
  assert.equal(await page.locator('#filters[open]').count(), 0, 'filters are folded');
  await page.setViewportSize({ width: 1280, height: 800 });
}

const pages = () => browser(async (page, context, wrong) => {
  await context.setOffline(true);
  await table(page);
  await search(page);
  await charts(page);
  await ways(page);
  await printed(page);
  await narrow(page);
  await withoutScript();
  assert.deepEqual(wrong, []);
  await accessible(context, wrong);
});

function ask(port, options) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: '/', ...options }, (answer) => {
      let body = '';
      answer.on('data', (part) => { body += part; }).on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    request.on('error', reject);
    request.end();
  });
}

async function served() {
  const server = spawn(workplan, ['site', '--serve', '--plan', folder, '--as-of', '2020-11-24', '--lang', 'zh']);
  try {
    const url = await new Promise((resolve, reject) => {
      server.stdout.on('data', (text) => resolve(String(text).trim()));
      server.stderr.on('data', (text) => process.stderr.write(text));
      server.on('exit', () => reject(new Error('the server has ended')));
    });
    const port = Number(new URL(url).port);
    const host = { Host: `127.0.0.1:${port}` };
    assert.equal((await ask(port, { headers: host })).status, 200);
    assert.equal((await ask(port, { headers: { Host: `evil.example:${port}` } })).status, 403);
    assert.equal((await ask(port, { headers: host, method: 'POST' })).status, 405);
    for (const leads of ['/../plan.yaml', '/%2e%2e/plan.yaml', '/plan.yaml', '//etc/passwd', '/task/../../plan.yaml', '/..%5cplan.yaml']) {
      assert.equal((await ask(port, { headers: host, path: leads })).status, 404, leads);
    }
    const head = await ask(port, { headers: host, method: 'HEAD' });
    assert.deepEqual([head.status, head.body, head.headers['x-content-type-options']], [200, '', 'nosniff']);
    await browser(async (page, context, wrong) => {
      await page.goto(url);
      await page.waitForTimeout(1500);
      const tasks = path.join(folder, 'tasks/1.yaml');
      const good = fs.readFileSync(tasks, 'utf8');
      fs.writeFileSync(tasks, good.replace('92', '93'));
      await page.goto(url + 'task/1-01.html');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('93'));
      assert.deepEqual(wrong, []);
      // A fault is shown in the page's place, and goes when it is mended.
      fs.writeFileSync(tasks, good + '- id：1-02\n');
      await page.waitForSelector('pre.fault');
      assert.match(await page.locator('pre.fault').textContent(), /tasks\/1\.yaml:2/);
      fs.writeFileSync(tasks, good + '- { id: 1-02, title: 新任务, kind: milestone }\n');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('92'));
      await page.goto(url + 'tasks.html');
      assert.equal(await rows(page), 2);
      // Only the page that was a fault's came with another status.
      assert.deepEqual(wrong.filter((text) => !text.includes('503')), []);
    });
  } finally { server.kill('SIGINT'); }
}

const large = () => browser(async (page, context, wrong) => {
  await page.goto('about:blank');
  for (const again of [1, 2, 3]) {
    const start = Date.now();
    await page.goto(file('large', 'tasks.html'));
    await page.waitForSelector('main tbody tr:nth-child(100)');
    const opened = Date.now() - start;
    const typed = Date.now();
    await page.fill('#q', '第9999项');
    await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 1);
    console.log(`10 000 tasks, time ${again}: the table is open after ${opened} ms, a search answers after ${Date.now() - typed} ms`);
    await page.goto('about:blank');
  }
  await page.goto(file('large', 'tasks.html'));
  await page.click('#all', { timeout: 20000 });
  assert.equal(await rows(page), 10000);
  assert.deepEqual(wrong, []);
});

/** The index of several plans: its looks, the search over all of them, and the way there and back. */
const many = () => browser(async (page, context, wrong) => {
  // What axe itself asks for is refused by the policy, and no fault of the page.
  const looks = await context.newPage();
  for (const [width, colorScheme] of LOOKS) {
    await looks.setViewportSize({ width, height: 800 });
    await looks.emulateMedia({ colorScheme });
    await looks.goto(file('many', 'index.html'));
    await axe(looks, `many ${width} ${colorScheme}`);
    assert.ok(await looks.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: as wide as the screen`);
  }
  for (const [typed, plan] of [['清洁行动', '乙镇'], ['jz', '甲镇'], ['乙镇 村容', '乙镇']]) {
    await page.goto(file('many', 'index.html'));
    await page.keyboard.press('/');
    await page.fill('#typed', typed);
    const hit = page.locator('#hits a', { hasText: plan }).first();
    await hit.waitFor();
    const title = await hit.textContent();
    await hit.click();
    assert.ok(title.includes(await page.locator('h1').textContent()), `${typed}: ${title}`);
    assert.ok((await page.locator('.plan').textContent()).includes(plan));
    await page.click('text=全部计划');
    assert.equal(page.url(), file('many', 'index.html'));
  }
  assert.deepEqual(wrong, []);
});

({ pages, many, served, large })[what]().catch((error) => { console.error(error); process.exit(1); });
