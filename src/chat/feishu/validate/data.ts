/** The data inside tables and charts, which the schema leaves open (cards 1.5, 1.6). */
import { isObject, type JsonObject, listAt, textAt } from '../json.ts'
import { BAD_CHART, BAD_ROWS, type CardFault, pathText, UNDECLARED_COLUMN } from './fault.ts'
import type { Visit } from './walk.ts'

export function dataFaults(visits: readonly Visit[]): readonly CardFault[] {
  return visits.flatMap((visit) => {
    if (visit.tag === 'table') return tableFaults(visit)
    if (visit.tag === 'chart' && !isPlainData(visit.node.chart_spec)) {
      return [
        { code: BAD_CHART, path: pathText([...visit.path, 'chart_spec']), message: 'is not plain JSON' },
      ]
    }
    return []
  })
}

/** No functions, no `undefined`, no `NaN`: nothing that JSON would lose on the way. */
function isPlainData(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isPlainData)
  return isObject(value) && Object.values(value).every(isPlainData)
}

function tableFaults({ node, path }: Visit): readonly CardFault[] {
  const types = new Map(
    listAt(node, 'columns').map((column) => [textAt(column, 'name'), textAt(column, 'data_type')]),
  )
  return listAt(node, 'rows').flatMap((row, position) =>
    Object.entries(isObject(row) ? row : {}).flatMap(([name, cell]): CardFault[] => {
      const at = pathText([...path, 'rows', position, name])
      if (!types.has(name))
        return [{ code: UNDECLARED_COLUMN, path: at, message: 'is not a declared column' }]
      return fits(cell, types.get(name))
        ? []
        : [{ code: BAD_ROWS, path: at, message: `is no ${types.get(name)}` }]
    }),
  )
}

function fits(cell: unknown, type: string | undefined): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof cell === 'number' && Number.isFinite(cell)
    case 'options':
      return Array.isArray(cell) && cell.every((one) => isObject(one) && isLabel(one))
    case 'persons':
      return typeof cell === 'string' || (Array.isArray(cell) && cell.every((one) => typeof one === 'string'))
    default:
      return typeof cell === 'string'
  }
}

const isLabel = (option: JsonObject): boolean => typeof option.text === 'string'
