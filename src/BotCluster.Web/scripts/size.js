// What a first visit downloads before it can paint: the entry, what it imports, its styles and fonts. Fails over the limit.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 200 * 1024;
// The page that opens first, beside the entry.
const FIRST = 'src/fleet/FleetPage.tsx';
const dist = path.join(import.meta.dirname, '..', 'dist');

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[], assets?: string[] }} Chunk */
/** @type {unknown} */
const parsed = JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));
const manifest = /** @type {Record<string, Chunk>} */ (parsed);

/** @type {Set<string>} */
const files = new Set(['index.html', 'theme.js']);

/** @param {string} key */
function take(key) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
  for (const other of chunk.imports ?? []) take(other);
}

for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isEntry || key === FIRST) take(key);
}

let total = 0;
for (const file of files) {
  const bytes = readFileSync(path.join(dist, file));
  // A font is compressed already; gzip would not make it smaller on the wire.
  const size = file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}

console.log(`${String(total).padStart(8)}  first paint, of ${LIMIT} bytes allowed`);
if (total > LIMIT) {
  console.error(`The first paint is ${total - LIMIT} bytes too large.`);
  process.exit(1);
}
