// Serves the playground on this machine alone, and of the repository only what the page needs.
//
//   npm run playground [port]
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'

const root = new URL('../../', import.meta.url)
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.jsonl': 'application/jsonl',
  '.svg': 'image/svg+xml',
}
/** The page, its samples, the library: whole paths of plain names, so that none climbs out of its folder. */
const SERVED = /^\/(?:examples\/(?:playground(?:\/samples)?|articles)\/[\w-]+\.\w+|dist\/klartekst\.global\.js)$/

const server = createServer(async ({ url = '/', method }, response) => {
  const path = url.split('?')[0]
  if (path === '/' || path === '/examples/playground') {
    response.writeHead(302, { location: '/examples/playground/' }).end()
    return
  }
  const file = path.endsWith('/') ? `${path}index.html` : path
  const type = TYPES[extname(file)]
  const content =
    SERVED.test(file) && type && method === 'GET' && (await readFile(new URL(`.${file}`, root)).catch(() => undefined))
  if (!content) {
    const hint = file.startsWith('/dist/') ? 'Not built yet: npm run build' : 'Not found'
    response.writeHead(404, { 'content-type': 'text/plain' }).end(hint)
    return
  }
  response
    .writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .end(content)
})

server.on('error', ({ message }) => {
  console.error(`${message}. Another port: npm run playground -- 4322`)
  process.exitCode = 1
})
server.listen(Number(process.argv[2] ?? 4321), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/examples/playground/`)
})
