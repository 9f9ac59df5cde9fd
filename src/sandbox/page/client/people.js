// The list of people: search, and the mark on the one whose chat is open.

function search(words) {
  const wanted = words.trim().toLowerCase().split(/\s+/)
  let found = 0
  for (const unit of document.querySelectorAll('[data-unit]')) {
    for (const row of unit.querySelectorAll('.person')) {
      const text = row.dataset.words.toLowerCase()
      row.hidden = !wanted.every((word) => text.includes(word))
    }
    unit.hidden = !unit.querySelector('.person:not([hidden])')
    if (!unit.hidden) found += 1
  }
  document.querySelector('[data-search-none]').hidden = found > 0
}

function markCurrent() {
  const open = document.getElementById('chat')?.dataset.person
  for (const row of document.querySelectorAll('.person')) {
    if (row.id === `p-${open}`) row.setAttribute('aria-current', 'page')
    else row.removeAttribute('aria-current')
  }
}

export function startPeople() {
  document.addEventListener('input', (event) => {
    if (event.target.matches('[data-search]')) search(event.target.value)
  })
  document.body.addEventListener('htmx:afterSettle', markCurrent)
  document.querySelector('.person[aria-current]')?.scrollIntoView({ block: 'center' })
}
