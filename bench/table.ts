/** A heading and rows on the terminal, the first column to the left, numbers to the right. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const all = [columns, ...rows]
  const widths = columns.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const lines = all.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join('  '),
  )
  console.log(`\n${title}\n${lines[0]}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  console.log(lines.slice(1).join('\n'))
}

/** `12,345` */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

/** `1.25` */
export function decimal(value: number, digits = 2): string {
  return value.toFixed(digits)
}

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width)
}
