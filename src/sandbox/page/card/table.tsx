/** Tables. All rows are sent; the browser turns the pages. Source: cards.md 1.5. */
import { raw } from 'hono/html'
import { markdownHtml } from '../markdown.ts'
import { dateInChina } from '../when.ts'
import { PersonMark } from './content.tsx'
import type { Drawer, Drawing, Drawn } from './drawing.ts'
import { childOf, childrenOf, flagOf, isPart, numberOf, type Part, stringOf } from './part.ts'
import { colourName, css } from './style.ts'

export const drawTable: Drawer = (part, drawing) => {
  const columns = childrenOf(part, 'columns')
  const pages = inPages(childrenOf(part, 'rows'), numberOf(part, 'page_size') ?? 5)
  const header = childOf(part, 'header_style')
  const frozen = flagOf(part, 'freeze_first_column') ? ' frozen' : ''
  return (
    <div class="table" data-pages={pages.length}>
      <div class="table-scroll">
        <table
          class={`${frozen} ${stringOf(header, 'background_style') === 'grey' ? 'grey-head' : ''}`.trim()}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th style={columnStyle(column)}>
                  {stringOf(column, 'display_name') ?? stringOf(column, 'name')}
                </th>
              ))}
            </tr>
          </thead>
          {pages.map((rows, page) => (
            <tbody data-page={page + 1} hidden={page > 0}>
              {rows.map((row) => (
                <tr>
                  {columns.map((column) => (
                    <td style={columnStyle(column)}>
                      <Cell column={column} value={row[stringOf(column, 'name') ?? '']} drawing={drawing} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {pages.length === 0 && <div class="table-empty">暂无数据</div>}
      {pages.length > 1 && <Pager pages={pages.length} />}
    </div>
  )
}

const Pager = ({ pages }: { pages: number }): Drawn => (
  <div class="pager">
    <button type="button" data-turn="-1" aria-label="上一页" disabled>
      ‹
    </button>
    <span>
      <b data-page-now>1</b> / {pages}
    </span>
    <button type="button" data-turn="1" aria-label="下一页">
      ›
    </button>
  </div>
)

function inPages(rows: readonly Part[], size: number): readonly (readonly Part[])[] {
  const step = Math.min(Math.max(Math.floor(size), 1), 10)
  return Array.from({ length: Math.ceil(rows.length / step) }, (_, page) =>
    rows.slice(page * step, (page + 1) * step),
  )
}

function columnStyle(column: Part): string {
  const width = stringOf(column, 'width') ?? 'auto'
  const align = ['left', 'center', 'right'].find((one) => one === column.horizontal_align)
  return css({
    'text-align': align ?? (column.data_type === 'number' ? 'right' : undefined),
    ...(/^\d{1,3}(px|%)$/.test(width)
      ? { width, 'min-width': width.endsWith('px') ? width : undefined }
      : {}),
  })
}

function Cell({ column, value, drawing }: { column: Part; value: unknown; drawing: Drawing }): Drawn {
  switch (column.data_type) {
    case 'number':
      return <span class="number">{numberText(value, childOf(column, 'format'))}</span>
    case 'options':
      return <>{(Array.isArray(value) ? value.filter(isPart) : []).map(optionTag)}</>
    case 'lark_md':
    case 'markdown':
      return <div class="markdown">{raw(markdownHtml(textOf(value), drawing.nameOf))}</div>
    case 'date':
      return (
        <span class="date">
          {dateInChina(Number(value), stringOf(column, 'date_format') ?? 'YYYY/MM/DD')}
        </span>
      )
    case 'persons':
      return (
        <>
          {[value].flat().map((id) => (
            <PersonMark openId={textOf(id)} part={{}} drawing={drawing} />
          ))}
        </>
      )
    default:
      return <span class="plain">{textOf(value)}</span>
  }
}

const optionTag = (option: Part): Drawn => (
  <span class={`tag tag-${colourName(stringOf(option, 'color')) ?? 'blue'}`}>{stringOf(option, 'text')}</span>
)

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function numberText(value: unknown, format: Part): string {
  if (typeof value !== 'number') return textOf(value)
  const precision = Math.min(Math.max(numberOf(format, 'precision') ?? -1, -1), 10)
  const digits = precision < 0 ? String(value) : value.toFixed(precision)
  const [whole = '', decimals] = digits.split('.')
  const grouped = flagOf(format, 'separator') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${stringOf(format, 'symbol') ?? ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`
}
