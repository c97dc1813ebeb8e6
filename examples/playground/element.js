/** An element with attributes and children. Strings become text nodes: nothing in them is ever read as markup. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value))
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== false))
  return node
}

/** The elements inside `root` that are marked `data-part="…"`, by that name. */
export function partsOf(root) {
  const parts = [...root.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part])
  return new Map(parts)
}
