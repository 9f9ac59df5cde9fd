// Words that pass by at the top of the page.

const shownMs = 4200
const marks = { success: '✓', error: '!', warning: '!', info: 'i' }

/** Shows a toast: `type` is success, error, warning or info. */
export function toast(type, content) {
  const box = document.createElement('div')
  box.className = `toast toast-${type in marks ? type : 'info'}`
  const mark = document.createElement('span')
  mark.className = 'toast-mark'
  mark.textContent = marks[type] ?? 'i'
  const words = document.createElement('span')
  words.textContent = content
  box.append(mark, words)
  document.getElementById('toasts').append(box)
  setTimeout(() => box.classList.add('leaving'), shownMs)
  setTimeout(() => box.remove(), shownMs + 300)
}

export const unreachable = '连不上沙盒服务，请确认它还在运行，然后再试。'

/** Whatever htmx could not do is said, in the server's own sentence where it gave one. */
export function startFaultToasts() {
  document.body.addEventListener('htmx:responseError', (event) => {
    toast('error', event.detail.xhr.responseText || '沙盒没有完成这一步，请稍后再试。')
  })
  document.body.addEventListener('htmx:sendError', () => toast('error', unreachable))
}
