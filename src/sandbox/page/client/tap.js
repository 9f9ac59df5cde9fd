// Taps on cards: what Feishu's client would send, sent; the answer shown; nothing tapped twice meanwhile.
import { fieldValue, isComplete, reset, valuesOf } from './form.js'
import { followAnswer, place } from './live.js'
import { confirmed } from './popups.js'
import { toast, unreachable } from './toast.js'

async function post(message, tap) {
  const person = document.getElementById('chat').dataset.person
  const path = `/chat/${encodeURIComponent(person)}/messages/${encodeURIComponent(message.dataset.message)}/tap`
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(tap),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** Holds every button of the message while the bot is asked. Returns what lets them go. */
function hold(message, element) {
  const free = [...message.querySelectorAll('button[data-tap], .interactive[data-tap]')].filter(
    (one) => !one.disabled,
  )
  message.classList.add('busy')
  element.classList.add('waiting')
  for (const one of free) one.disabled = true
  return () => {
    message.classList.remove('busy')
    element.classList.remove('waiting')
    for (const one of free) one.disabled = false
  }
}

async function send(element, more) {
  const message = element.closest('.message')
  if (!message || message.classList.contains('busy')) return
  const tap = { ...JSON.parse(element.dataset.tap), ...more }
  const release = hold(message, element)
  followAnswer()
  try {
    const answer = await post(message, tap)
    if (answer.toast) toast(answer.toast.type, answer.toast.content)
    place(answer.html)
  } catch (fault) {
    toast('error', fault instanceof TypeError ? unreachable : fault.message)
  } finally {
    release()
  }
}

const agreed = async (element) =>
  !element.dataset.confirm || (await confirmed(JSON.parse(element.dataset.confirm)))

async function tapped(element) {
  const form = element.closest('.card-form')
  const action = form && element.dataset.formAction
  if (action === 'reset') reset(form)
  if (action === 'submit' && !isComplete(form)) return
  if (!(await agreed(element))) return
  if (element.dataset.link) window.open(element.dataset.link, '_blank', 'noopener')
  if (!element.dataset.tap) return
  const option = element.dataset.option === undefined ? {} : { option: element.dataset.option }
  await send(element, action === 'submit' ? { form: valuesOf(form) } : option)
}

/** A field outside a form calls back as soon as it has a value. */
function changed(field) {
  const value = fieldValue(field)
  if (field.dataset.kind === 'text') return send(field, { inputValue: value })
  if (value.length === 0) return undefined
  return send(field, { option: value })
}

const tappable =
  'button[data-tap], button[data-form-action], button[data-link], .interactive[data-tap], .interactive[data-link]'

// Inside a container that can be tapped, what has a use of its own keeps it.
const ownUse = '.field, .checker, summary, a'

function tappedAt(target) {
  const element = target.closest(tappable)
  const own = target.closest(ownUse)
  return element?.matches('.interactive') && own && element.contains(own) ? null : element
}

export function startTaps() {
  document.addEventListener('click', (event) => {
    const element = tappedAt(event.target)
    if (element && !element.disabled && element.getAttribute('aria-disabled') !== 'true') void tapped(element)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('.interactive')) event.target.click()
  })
  document.addEventListener('change', (event) => {
    const field = event.target.closest('[data-kind][data-tap]')
    if (field) void changed(field)
  })
}
