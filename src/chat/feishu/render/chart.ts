import type { ChartSeries, Params } from '../../../../cards/kit.ts'
import type { Limits } from './limits.ts'
import { cut } from './shorten.ts'
import { type Node, plainLine } from './text.ts'

const LABEL_LENGTH = 30
const BAR_HEIGHT = 30

/** A chart as VChart 1.12 JSON, the newest that older clients read (cards 1.6). */
export function renderChart(chart: ChartSeries, limits: Limits): Node {
  const points = chart.points.filter((point) => Number.isFinite(point.y)).slice(0, limits.rows)
  if (points.length === 0) return plainLine(`${chart.title ?? '图表'}：暂无数据`, 'muted', 'normal', limits)
  const values = points.map((point) => ({
    x: cut(point.x, LABEL_LENGTH),
    y: point.y,
    series: cut(point.series ?? '', LABEL_LENGTH),
  }))
  const many = new Set(values.map((value) => value.series)).size > 1
  return {
    tag: 'chart',
    color_theme: 'brand',
    ...sizeOf(chart, new Set(values.map((value) => value.x)).size),
    chart_spec: {
      ...specOf(chart.kind, many),
      data: [{ id: 'points', values }],
      ...(chart.title === undefined
        ? {}
        : { title: { visible: true, text: cut(chart.title, LABEL_LENGTH) } }),
      ...legendOf(many || chart.kind === 'pie'),
    },
  }
}

function specOf(kind: ChartSeries['kind'], many: boolean): Params {
  const series = many ? { seriesField: 'series' } : {}
  switch (kind) {
    case 'bar':
      return {
        type: 'bar',
        xField: many ? ['x', 'series'] : 'x',
        yField: 'y',
        label: { visible: true },
        ...series,
      }
    case 'bars-across':
      return {
        type: 'bar',
        direction: 'horizontal',
        xField: 'y',
        yField: many ? ['x', 'series'] : 'x',
        label: { visible: true },
        ...series,
      }
    case 'line':
      return {
        type: 'line',
        xField: 'x',
        yField: 'y',
        point: { visible: true },
        label: { visible: true },
        ...series,
      }
    case 'pie':
      return {
        type: 'pie',
        categoryField: 'x',
        valueField: 'y',
        outerRadius: 0.8,
        innerRadius: 0.5,
        label: { visible: true },
      }
  }
}

/** A single series needs no legend (cards 1.6). */
const legendOf = (shown: boolean): Params => ({
  legends: shown ? { visible: true, orient: 'bottom' } : { visible: false },
})

const sizeOf = (chart: ChartSeries, categories: number): Params =>
  chart.kind === 'bars-across'
    ? { height: `${Math.min(999, 120 + BAR_HEIGHT * categories)}px` }
    : { aspect_ratio: '16:9' }
