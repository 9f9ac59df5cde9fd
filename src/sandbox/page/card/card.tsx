/** A whole card of JSON 2.0. Source: cards.md 1.1. */
import type { NameOf } from '../markdown-inline.ts'
import { Elements } from './container.tsx'
import type { Drawing, Drawn } from './drawing.ts'
import { drawElement } from './element.tsx'
import { childOf, childrenOf, isPart, type Part, parsePart, stringOf, wordsOf } from './part.ts'
import { colourName, spacing } from './style.ts'
import { Wording } from './wording.tsx'

/** The card in a message's content. What cannot be read as a 2.0 card says so in its place. */
export function CardView({ content, nameOf }: { content: string; nameOf: NameOf }): Drawn {
  const card = parsePart(content)
  if (card === undefined) return <div class="unknown">卡片内容不是有效的 JSON，无法显示</div>
  if (stringOf(card, 'schema') !== '2.0')
    return <div class="unknown">此卡片不是 JSON 2.0 结构，请升级后查看</div>
  const drawing: Drawing = { nameOf, inForm: false, draw: drawElement }
  const width = stringOf(childOf(card, 'config'), 'width_mode')
  const body = childOf(card, 'body')
  return (
    <div class={`card card-${width === 'compact' || width === 'fill' ? width : 'default'}`}>
      {isPart(card.header) && <Header header={card.header} drawing={drawing} />}
      <div class="card-body" style={spacing(body.padding) && `padding:${spacing(body.padding)}`}>
        <Elements part={{ ...body, padding: undefined }} drawing={drawing} gap="8px" />
      </div>
    </div>
  )
}

function Header({ header, drawing }: { header: Part; drawing: Drawing }): Drawn {
  const subtitle = wordsOf(header, 'subtitle')
  const tags = childrenOf(header, 'text_tag_list').slice(0, 3)
  return (
    <div class={`card-header header-${colourName(stringOf(header, 'template')) ?? 'default'}`}>
      <div class="card-title-row">
        <div class="card-title">
          <Wording text={childOf(header, 'title')} drawing={drawing} />
        </div>
        {tags.map((tag) => (
          <span class={`tag tag-${colourName(stringOf(tag, 'color')) ?? 'neutral'}`}>
            {wordsOf(tag, 'text')}
          </span>
        ))}
      </div>
      {subtitle !== '' && <div class="card-subtitle">{subtitle}</div>}
    </div>
  )
}

/** One line of a card for the chat list: its summary, else its title. Source: cards.md 1.1, `config.summary`. */
export function cardLine(content: string): string {
  const card = parsePart(content) ?? {}
  const summary = stringOf(childOf(childOf(card, 'config'), 'summary'), 'content')
  return summary ?? (wordsOf(childOf(card, 'header'), 'title') || '[卡片消息]')
}
