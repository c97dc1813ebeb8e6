/**
 * Tabs by the ARIA pattern: one stop for the Tab key, arrows, Home and End move and choose.
 * `onChange(name)` hears the name of a tab the reader chose; the returned function chooses one by name.
 */
export function startTabs(list, onChange) {
  const tabs = [...list.querySelectorAll('[role=tab]')]
  const nameOf = (tab) => tab.id.replace('tab-', '')

  function choose(name) {
    for (const tab of tabs) {
      const isChosen = nameOf(tab) === name
      tab.setAttribute('aria-selected', String(isChosen))
      tab.tabIndex = isChosen ? 0 : -1
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !isChosen
    }
  }

  const moves = {
    ArrowRight: (place) => (place + 1) % tabs.length,
    ArrowLeft: (place) => (place + tabs.length - 1) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  }
  list.addEventListener('keydown', (event) => {
    const move = moves[event.key]
    const place = tabs.indexOf(event.target)
    if (!move || place < 0) return
    event.preventDefault()
    const tab = tabs[move(place)]
    tab.focus()
    onChange(nameOf(tab))
  })
  for (const tab of tabs) tab.addEventListener('click', () => onChange(nameOf(tab)))
  return choose
}
