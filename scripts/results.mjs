// Sums up what the test runners left behind: coverage by project, failed tests by name, and the last line of ./test.
// usage: node scripts/results.mjs RESULTS_FOLDER [number of steps that failed]
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedSteps = '0'] = process.argv.slice(2);

function* files(path) {
  for (const name of readdirSync(path)) {
    const child = join(path, name);
    if (statSync(child).isDirectory()) yield* files(child);
    else yield child;
  }
}

const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '';
const tags = (xml, name) => xml.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];

// Lines of the product by project and file; a line counts as covered where any of the test projects reached it.
const lines = new Map();
const totals = { passed: 0, failed: 0, skipped: 0 };

function readCoverage(xml) {
  for (const [, name, body] of xml.matchAll(/<package name="([^"]+)"[\s\S]*?>([\s\S]*?)<\/package>/g)) {
    const project = lines.get(name) ?? new Map();
    lines.set(name, project);
    for (const [, head, members] of body.matchAll(/<class ([^>]*)>([\s\S]*?)<\/class>/g)) {
      const file = attribute(`<class ${head}>`, 'filename');
      for (const line of tags(members, 'line')) {
        const key = `${file}:${attribute(line, 'number')}`;
        project.set(key, (project.get(key) ?? false) || attribute(line, 'hits') !== '0');
      }
    }
  }
}

function readTrx(xml) {
  const counters = tags(xml, 'Counters')[0] ?? '';
  const count = (name) => Number(attribute(counters, name) || 0);
  totals.passed += count('passed');
  totals.failed += count('failed') + count('error') + count('timeout') + count('aborted');
  totals.skipped += Math.max(0, count('total') - count('executed'));
}

function readJunit(xml) {
  const suites = tags(xml, 'testsuites')[0] ?? '';
  const count = (name) => Number(attribute(suites, name) || 0);
  const failed = count('failures') + count('errors');
  const skipped = (xml.match(/<skipped\b/g) ?? []).length;
  totals.failed += failed;
  totals.skipped += skipped;
  totals.passed += count('tests') - failed - skipped;
}

for (const file of files(folder)) {
  if (file.endsWith('.trx')) readTrx(readFileSync(file, 'utf8'));
  else if (file.endsWith('coverage.cobertura.xml')) readCoverage(readFileSync(file, 'utf8'));
  else if (file.endsWith('web.xml')) readJunit(readFileSync(file, 'utf8'));
}

let covered = 0;
let all = 0;
for (const [project, known] of [...lines].sort()) {
  const hit = [...known.values()].filter(Boolean).length;
  covered += hit;
  all += known.size;
  console.log(`  ${project.padEnd(26)} ${((100 * hit) / known.size).toFixed(1).padStart(5)} %  (${hit} of ${known.size} lines)`);
}
if (all > 0) console.log(`  ${'all'.padEnd(26)} ${((100 * covered) / all).toFixed(1).padStart(5)} %  (${covered} of ${all} lines)`);

// A step that failed without a test of its own (a build, a lint) counts as one failure, or the sum would look clean.
totals.failed = Math.max(totals.failed, Number(failedSteps) > 0 ? 1 : 0);
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
