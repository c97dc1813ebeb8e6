/** The text of a file: UTF-8, or else what older Danish systems write. */
export async function readFile(file) {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Lets files be dropped anywhere on the page: `onDrop(files, target)`; `sign` is shown while one hangs over it. */
export function acceptDrops(sign, onDrop) {
  let hideLater
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    sign.hidden = false
    clearTimeout(hideLater)
    // dragleave also comes when the pointer passes from one element to another
    hideLater = setTimeout(() => (sign.hidden = true), 200)
  })
  addEventListener('drop', (event) => {
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    sign.hidden = true
    onDrop(files, event.target)
  })
}

/** A button that opens a file: a label around a file field, so that it needs no script to be reached. */
export function fileField(label, accept, onFiles) {
  const field = Object.assign(document.createElement('input'), { type: 'file', accept, multiple: false })
  field.addEventListener('change', () => {
    if (field.files.length > 0) onFiles([...field.files])
    field.value = ''
  })
  const node = document.createElement('label')
  node.className = 'button'
  node.append(label, field)
  return node
}
