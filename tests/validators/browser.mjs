// Opens web pages in Debian's chromium, in each way that people have them, and says what it finds.
// node browser.mjs CHROMIUM FILE… -> JSON: for each file and way, what axe complains of, how wide
// the page wants to be, and what is cut off when a reader spaces the text out (WCAG 1.4.12); and
// where the first press of the Tab key leads, and what the page asked for from outside.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core");
const [executablePath, ...files] = process.argv.slice(2);
const WAYS = {
  "narrow light": { width: 320, colorScheme: "light" },
  "narrow dark": { width: 320, colorScheme: "dark" },
  "narrow forced": { width: 320, colorScheme: "dark", forcedColors: "active" },
  "wide light": { width: 1280, colorScheme: "light" },
  "wide dark": { width: 1280, colorScheme: "dark" },
  "wide forced": { width: 1280, colorScheme: "light", forcedColors: "active" },
  print: { width: 642, colorScheme: "dark", media: "print" },
};
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;

// Elements whose content does not fit, but for those that are there for screen readers alone.
const cutOff = () =>
  [...document.body.querySelectorAll("*")]
    .filter((node) => getComputedStyle(node).overflow !== "visible" && node.clientWidth > 1)
    .filter((node) => node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight)
    .map((node) => node.outerHTML.slice(0, 80));
const width = () => document.documentElement.scrollWidth;

async function look(page) {
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  const found = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)}`)
  );
  const plain = await page.evaluate(width);
  const style = await page.addStyleTag({ content: SPACED });
  const spaced = await page.evaluate(width);
  const cut = await page.evaluate(cutOff);
  await style.evaluate((node) => node.remove());
  return { violations: found, passes: passes.length, width: plain, spaced, cut };
}

async function skip(page) {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { href: document.activeElement.getAttribute("href"), width: box.width, left: box.left };
  });
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const report = {};
for (const file of files) {
  const page = await browser.newPage();
  const outside = [];
  page.on("request", (request) => {
    if (!/^(data|file):/.test(request.url())) outside.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  const skipped = await skip(page);
  await page.addScriptTag({ path: axe });
  const ways = {};
  for (const [name, { width, ...media }] of Object.entries(WAYS)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ media: "screen", forcedColors: "none", ...media });
    ways[name] = await look(page);
  }
  report[file] = { ways, skipped, outside };
  await page.close();
}
await browser.close();
console.log(JSON.stringify(report));
