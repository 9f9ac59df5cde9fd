// Charts by VChart, fetched only when the first chart is on the page; and the pages of tables.

const palettes = {
  brand: ['#3370ff', '#7ac2ff', '#1b4ab3', '#50cefb', '#98b6fa', '#2b8a9e', '#c5d6ff'],
  rainbow: ['#3370ff', '#34c724', '#ffc60a', '#ff8800', '#f54a45', '#7f3bf5', '#14c0ff'],
  complementary: ['#3370ff', '#ff8800', '#98b6fa', '#ffba6b', '#1b4ab3', '#b35c00'],
  converse: ['#3370ff', '#f54a45', '#98b6fa', '#fbbfbc', '#1b4ab3', '#b3332f'],
  primary: ['#1b4ab3', '#3370ff', '#669aff', '#98b6fa', '#c5d6ff', '#e1eaff'],
}

let library

function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/assets/vchart.js'
    script.onload = () => resolve(window.VChart.default)
    script.onerror = reject
    document.head.append(script)
  })
  return library
}

async function draw(box) {
  const color = palettes[box.dataset.theme] ?? palettes.brand
  const theme = { fontFamily: getComputedStyle(document.body).fontFamily }
  const spec = { color, theme, background: 'transparent', ...JSON.parse(box.dataset.chart) }
  try {
    const VChart = await loadLibrary()
    if (!box.isConnected) return
    await new VChart(spec, { dom: box, animation: false }).renderAsync()
    box.classList.add('drawn')
  } catch {
    box.textContent = '图表无法显示，请刷新页面后再试'
    box.classList.add('failed')
  }
}

/** Draws the charts in an element that are not drawn yet. */
export function drawCharts(root) {
  for (const box of root.querySelectorAll('.chart[data-chart]:not([data-begun])')) {
    box.dataset.begun = 'true'
    void draw(box)
  }
}

function turn(button) {
  const table = button.closest('.table')
  const now = table.querySelector('[data-page-now]')
  const pages = Number(table.dataset.pages)
  const next = Math.min(Math.max(Number(now.textContent) + Number(button.dataset.turn), 1), pages)
  now.textContent = String(next)
  for (const page of table.querySelectorAll('[data-page]')) page.hidden = page.dataset.page !== String(next)
  table.querySelector('[data-turn="-1"]').disabled = next === 1
  table.querySelector('[data-turn="1"]').disabled = next === pages
}

export function startCharts() {
  drawCharts(document)
  document.body.addEventListener('htmx:load', (event) => drawCharts(event.detail.elt))
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-turn]')
    if (button) turn(button)
  })
}
