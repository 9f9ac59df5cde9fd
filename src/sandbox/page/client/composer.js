// The message box: Enter sends, Shift+Enter begins a new line; what could not be sent stays in the box.

function grow(box) {
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`
}

function empty(box) {
  box.dataset.sent = box.value
  box.value = ''
  grow(box)
}

function putBack(box) {
  if (box.value === '') box.value = box.dataset.sent ?? ''
  grow(box)
}

export function startComposer() {
  document.addEventListener('keydown', (event) => {
    const form = event.target.closest('[data-composer]')
    const sends = form && event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (!sends) return
    event.preventDefault()
    if (event.target.value.trim() !== '') form.requestSubmit()
  })
  document.addEventListener('input', (event) => {
    if (event.target.closest('[data-composer]')) grow(event.target)
  })
  document.body.addEventListener('htmx:beforeSend', (event) => {
    if (event.target.matches('[data-composer]')) empty(event.target.elements.text)
  })
  document.body.addEventListener('htmx:afterRequest', (event) => {
    if (event.target.matches('[data-composer]') && !event.detail.successful)
      putBack(event.target.elements.text)
    if (event.target.type === 'file') event.target.value = ''
  })
}
