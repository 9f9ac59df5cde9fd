// The calendar and the clock that fields for dates and times open. Values are `2026-04-30`, `11:30`, or both.

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const two = (number) => String(number).padStart(2, '0')

let open

/** The day of the sandbox's clock, as `2026-03-02`. */
const today = () => document.querySelector('#clock time').dateTime

function make(tag, className, text, data = {}) {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  Object.assign(element.dataset, data)
  if (tag === 'button') element.type = 'button'
  return element
}

function close() {
  open?.box.remove()
  open = undefined
}

function openAt(input) {
  close()
  const kind = input.dataset.pick
  const day = kind === 'time' ? '' : input.value.slice(0, 10)
  const time = kind === 'date' ? '' : input.value.slice(-5)
  const month = (day || today()).slice(0, 7)
  open = { input, kind, day, time: time || '09:00', month, box: make('div', 'calendar', '') }
  input.closest('.field-control').append(open.box)
  draw()
  open.box.scrollIntoView({ block: 'nearest' })
}

function draw() {
  const parts = open.kind === 'time' ? [] : [monthRow(), dayGrid()]
  if (open.kind !== 'date') parts.push(timeRow())
  parts.push(footer())
  open.box.replaceChildren(...parts)
}

function monthRow() {
  const [year, month] = open.month.split('-').map(Number)
  const row = make('div', 'calendar-month', '')
  row.append(
    make('button', 'calendar-turn', '‹', { months: '-1' }),
    make('span', '', `${year}年${month}月`),
    make('button', 'calendar-turn', '›', { months: '1' }),
  )
  return row
}

function dayGrid() {
  const [year, month] = open.month.split('-').map(Number)
  const grid = make('div', 'calendar-days', '')
  for (const name of weekdays) grid.append(make('span', 'calendar-weekday', name))
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  for (let blank = 0; blank < first; blank += 1) grid.append(make('span', '', ''))
  for (let number = 1; number <= length; number += 1) grid.append(dayButton(number))
  return grid
}

function dayButton(number) {
  const day = `${open.month}-${two(number)}`
  const marks = `calendar-day${day === today() ? ' today' : ''}${day === open.day ? ' chosen' : ''}`
  return make('button', marks, String(number), { day })
}

function timeRow() {
  const row = make('div', 'calendar-time', '')
  const [hour, minute] = open.time.split(':')
  row.append(
    numberSelect('hour', 24, 1, hour),
    make('span', '', '时'),
    numberSelect('minute', 60, 5, minute),
    make('span', '', '分'),
  )
  return row
}

function numberSelect(unit, end, step, chosen) {
  const select = make('select', '', '', { unit })
  const values = Array.from({ length: end / step }, (_, at) => two(at * step))
  if (!values.includes(chosen)) values.unshift(chosen)
  for (const value of values) select.append(new Option(value, value, false, value === chosen))
  return select
}

function footer() {
  const row = make('div', 'calendar-foot', '')
  row.append(make('button', '', '清除', { clear: 'true' }))
  if (open.kind !== 'time') row.append(make('button', '', '今天', { day: today() }))
  if (open.kind !== 'date') row.append(make('button', 'calendar-done', '确定', { done: 'true' }))
  return row
}

function turnMonth(months) {
  const [year, month] = open.month.split('-').map(Number)
  open.month = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
  draw()
}

function put(value) {
  const { input } = open
  input.value = value
  close()
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function chooseDay(day) {
  open.day = day
  open.month = day.slice(0, 7)
  if (open.kind === 'date') put(day)
  else draw()
}

function done() {
  put(open.kind === 'time' ? open.time : `${open.day || today()} ${open.time}`)
}

function clicked(button) {
  const { months, day, clear, done: isDone } = button.dataset
  if (months) turnMonth(Number(months))
  if (day) chooseDay(day)
  if (clear) put('')
  if (isDone) done()
}

export function startCalendar() {
  document.addEventListener('click', (event) => {
    const input = event.target.closest('input[data-pick]')
    const inside = event.composedPath().includes(open?.box)
    if (input && !input.disabled) openAt(input)
    else if (inside && event.target.matches('button')) clicked(event.target)
    else if (!inside) close()
  })
  document.addEventListener('change', (event) => {
    const { unit } = event.target.dataset
    if (!open?.box.contains(event.target) || !unit) return
    event.stopImmediatePropagation()
    const [hour, minute] = open.time.split(':')
    open.time = unit === 'hour' ? `${event.target.value}:${minute}` : `${hour}:${event.target.value}`
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && event.target.matches('input[data-pick]')) openAt(event.target)
  })
}
