// Puts what the server sends in its place: only what changed is touched, so half-filled forms elsewhere stay.
import { drawCharts } from './charts.js'

const scroller = () => document.querySelector('[data-scroll]')

const isAtEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 120

/** To the end of the chat; to the top of the newest message where it is taller than the window. */
export function scrollToEnd() {
  const box = scroller()
  const newest = document.querySelector('#messages > .message:last-of-type')
  if (!box) return
  box.scrollTop = box.scrollHeight
  if (newest && newest.offsetHeight > box.clientHeight) newest.scrollIntoView({ block: 'start' })
}

const FOLLOW_MS = 4000
let followedUntil = 0

/** What arrives right after one's own tap is its answer: it comes into view. */
export function followAnswer() {
  followedUntil = Date.now() + FOLLOW_MS
}

/** Replaces each element by its id if its version differs; a message that is not there yet goes to the end. */
export function place(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const fresh of [...template.content.children]) placeOne(fresh)
}

function placeOne(fresh) {
  const old = document.getElementById(fresh.id)
  if (old) {
    const sameLook = fresh.dataset.version !== undefined && old.dataset.version === fresh.dataset.version
    if (!sameLook) replace(old, fresh)
  } else if (fresh.classList.contains('message')) {
    append(fresh)
  }
}

function replace(old, fresh) {
  fresh.hidden = old.hidden
  old.replaceWith(fresh)
  window.htmx.process(fresh)
  drawCharts(fresh)
}

function append(fresh) {
  const list = document.getElementById('messages')
  if (!list) return
  const answers = Date.now() < followedUntil
  const follows = answers || isAtEnd(scroller()) || fresh.classList.contains('from-person')
  fresh.classList.add('arriving')
  list.append(fresh)
  drawCharts(fresh)
  if (follows) scrollToEnd()
  else document.querySelector('[data-new-below]').hidden = false
}

export function startLive() {
  document.body.addEventListener('htmx:sseBeforeMessage', (event) => {
    event.preventDefault()
    place(event.detail.data)
  })
  document.body.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.elt.id === 'chat') scrollToEnd()
  })
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-new-below]')) scrollToEnd()
  })
  document.addEventListener('scroll', hideNewBelow, { capture: true, passive: true })
  window.addEventListener('load', scrollToEnd)
  scrollToEnd()
}

function hideNewBelow() {
  const box = scroller()
  if (box && isAtEnd(box)) document.querySelector('[data-new-below]').hidden = true
}
