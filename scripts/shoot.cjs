// Takes pictures of pages in one browser: lines of "ADDRESS<tab>PNG<tab>WIDTH" come in on stdin, the width in pixels.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { chromium } = require('playwright-core');

// A page that is longer is cut: nobody looks at the rest of a picture.
const LONGEST = 3600;

async function shoot(page, [address, png, width]) {
  await page.setViewportSize({ width: Number(width), height: 800 });
  await page.goto(address);
  const high = await page.evaluate(() => Math.max(document.documentElement.scrollHeight, 200));
  const clip = { x: 0, y: 0, width: Number(width), height: Math.min(high, LONGEST) };
  await page.screenshot({ path: png, fullPage: true, clip });
}

(async () => {
  const wanted = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'));
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'workplan-gallery-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await context.newPage();
  try {
    for (const one of wanted) await shoot(page, one);
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
})().catch((error) => { console.error(error); process.exit(1); });
