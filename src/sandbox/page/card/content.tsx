/** Rules, pictures, charts and people in a card. Source: cards.md 1.2, 1.6. */

import { Avatar } from '../avatar.tsx'
import type { Drawer, Drawing, Drawn } from './drawing.ts'
import { childrenOf, isPart, type Part, stringOf, wordsOf } from './part.ts'
import { css, pixels } from './style.ts'

export const drawRule: Drawer = () => <hr />

const imageUrl = (key: string): string => `/files/${encodeURIComponent(key)}`

export const drawImage: Drawer = (part) => (
  <a class="picture" href={imageUrl(stringOf(part, 'img_key') ?? '')} target="_blank" rel="noopener">
    <img src={imageUrl(stringOf(part, 'img_key') ?? '')} alt={wordsOf(part, 'alt')} loading="lazy" />
  </a>
)

export const drawImages: Drawer = (part) => (
  <div class="pictures">
    {childrenOf(part, 'img_list').map((image) => (
      <img src={imageUrl(stringOf(image, 'img_key') ?? '')} alt="" loading="lazy" />
    ))}
  </div>
)

const ratios = new Set(['1:1', '2:1', '4:3', '16:9'])

/** The specification travels as data; `client/charts.js` draws it on a canvas. */
export const drawChart: Drawer = (part) => {
  const ratio = stringOf(part, 'aspect_ratio') ?? '16:9'
  const height = pixels(part.height)
  const shape =
    height === undefined
      ? { 'aspect-ratio': ratios.has(ratio) ? ratio.replace(':', '/') : '16/9' }
      : { height }
  if (!isPart(part.chart_spec)) return <div class="unknown">图表没有内容</div>
  return (
    <div
      class="chart"
      style={css(shape)}
      data-chart={JSON.stringify(part.chart_spec)}
      data-theme={stringOf(part, 'color_theme') ?? 'brand'}
    />
  )
}

/** A person as avatar and name; an id that is nobody's is shown as such. */
export function PersonMark({
  openId,
  part,
  drawing,
}: {
  openId: string
  part: Part
  drawing: Drawing
}): Drawn {
  const name = drawing.nameOf(openId) ?? '未知用户'
  return (
    <span class="person-mark" title={name}>
      {part.show_avatar !== false && <Avatar name={name} small />}
      {part.show_name !== false && <span>{name}</span>}
    </span>
  )
}

export const drawPerson: Drawer = (part, drawing) => (
  <PersonMark openId={stringOf(part, 'user_id') ?? ''} part={part} drawing={drawing} />
)

export const drawPersonList: Drawer = (part, drawing) => (
  <div class="person-list">
    {childrenOf(part, 'persons').map((person) => (
      <PersonMark openId={stringOf(person, 'id') ?? ''} part={part} drawing={drawing} />
    ))}
  </div>
)
