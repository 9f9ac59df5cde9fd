/** Words in a card: markdown, div and the text objects inside other components. Source: cards.md 1.2. */
import { raw } from 'hono/html'
import { markdownHtml } from '../markdown.ts'
import type { Drawer, Drawing, Drawn } from './drawing.ts'
import { childOf, childrenOf, isPart, numberOf, type Part, stringOf } from './part.ts'
import { colourName, css, pixels, textStyle } from './style.ts'

/** A text object: plain_text as it is, lark_md and markdown with its marks. */
export function Wording({ text, drawing }: { text: Part; drawing: Drawing }): Drawn {
  const content = stringOf(text, 'content') ?? ''
  if (stringOf(text, 'tag') === 'plain_text') return <span class="plain">{content}</span>
  return <>{raw(markdownHtml(content, drawing.nameOf))}</>
}

export const drawMarkdown: Drawer = (part, drawing) => (
  <div class="markdown" style={textStyle(part)}>
    {raw(markdownHtml(stringOf(part, 'content') ?? '', drawing.nameOf))}
  </div>
)

export const drawDiv: Drawer = (part, drawing) => (
  <div class="div" style={css({ width: pixels(part.width) })}>
    {isPart(part.text) && <DivText text={part.text} drawing={drawing} />}
    {childrenOf(part, 'fields').length > 0 && (
      <div class="fields">
        {childrenOf(part, 'fields').map((field) => (
          <div class={field.is_short === true ? 'markdown short' : 'markdown'}>
            <Wording text={childOf(field, 'text')} drawing={drawing} />
          </div>
        ))}
      </div>
    )}
  </div>
)

function DivText({ text, drawing }: { text: Part; drawing: Drawing }): Drawn {
  const lines = numberOf(text, 'lines')
  const colour = colourName(stringOf(text, 'text_color'))
  const classes = ['markdown', colour && `ink-${colour}`, lines !== undefined && 'clamped']
    .filter(Boolean)
    .join(' ')
  return (
    <div
      class={classes}
      style={[textStyle(text), css({ '-webkit-line-clamp': lines })].filter(Boolean).join(';')}
    >
      <Wording text={text} drawing={drawing} />
    </div>
  )
}
