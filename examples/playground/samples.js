/** Articles to try the page with. */
export const samples = [
  { title: 'Deling af viden', language: 'da', path: '../articles/deling-af-viden.txt' },
  { title: 'Havnebadet', language: 'da', path: 'samples/havnebadet.html' },
  { title: 'Biblioteket', language: 'da', path: 'samples/biblioteket.txt' },
  { title: 'The harbour', language: 'en', path: 'samples/the-harbour.md' },
]

/** An archive to try the page with, one article a line. */
export const sampleArchive = 'samples/archive.jsonl'

/** The text of a sample. */
export async function fetchSample(path) {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${response.status} ${path}`)
  return response.text()
}
