// Forms in cards: reading their values as Feishu's client does, and the checks that it makes.

const china = '+0800'

const readers = {
  text: (field) => control(field).value,
  one: (field) => control(field).value,
  many: (field) => [...field.querySelectorAll('input:checked')].map((box) => box.value),
  date: (field) => withOffset(control(field).value),
  time: (field) => withOffset(control(field).value),
  datetime: (field) => withOffset(control(field).value),
  tick: (field) => String(control(field).checked),
}

const control = (field) => field.querySelector('input, textarea, select')

const withOffset = (value) => (value === '' ? '' : `${value} ${china}`)

/** One field's value; an empty string or list where nothing was filled in. */
export const fieldValue = (field) => readers[field.dataset.kind](field)

const isEmpty = (value) => value.length === 0 || (typeof value === 'string' && value.trim() === '')

/** The values of a form by name; fields left empty are left out. */
export function valuesOf(form) {
  const fields = [...form.querySelectorAll('[data-field]')]
  const pairs = fields.map((field) => [field.dataset.field, fieldValue(field)])
  return Object.fromEntries(pairs.filter(([name, value]) => name !== '' && value.length > 0))
}

/** Marks the required fields that are empty and goes to the first; true if there is none. */
export function isComplete(form) {
  const missing = [...form.querySelectorAll('[data-field][data-required]')].filter((field) =>
    isEmpty(fieldValue(field)),
  )
  for (const field of form.querySelectorAll('[data-field]')) mark(field, missing.includes(field))
  const first = missing[0]
  if (first) (first.querySelector('summary') ?? control(first)).focus()
  return missing.length === 0
}

function mark(field, missing) {
  field.classList.toggle('missing', missing)
  const hint = field.querySelector('.field-hint')
  if (hint) hint.textContent = missing ? '此项必填，请填写' : ''
}

/** Puts back what stood in the form when the card was drawn. */
export function reset(form) {
  form.reset()
  for (const field of form.querySelectorAll('[data-field]')) refresh(field)
}

/** Follows a change: the tags of a multiple choice, the counter, the hint of a required field. */
function refresh(field) {
  if (field.dataset.kind === 'many') showChosen(field)
  const counter = field.querySelector('.counter')
  const own = control(field)
  if (counter) counter.textContent = `${[...own.value].length}/${own.maxLength}`
  if (field.classList.contains('missing') && !isEmpty(fieldValue(field))) mark(field, false)
}

function showChosen(field) {
  const summary = field.querySelector('summary')
  const chosen = [...field.querySelectorAll('input:checked')].map((box) => box.closest('.choice').textContent)
  const box = chosen.length === 0 ? piece('placeholder', summary.dataset.placeholder) : piece('chosen', '')
  box.append(...chosen.map((text) => piece('tag tag-neutral', text)))
  summary.replaceChildren(box)
}

function piece(className, text) {
  const span = document.createElement('span')
  span.className = className
  span.textContent = text
  return span
}

export function startForms() {
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, (event) => {
      const field = event.target.closest('[data-kind]')
      if (field) refresh(field)
    })
  }
  document.addEventListener('submit', (event) => {
    if (event.target.matches('.card-form')) event.preventDefault()
  })
}
