/** Components that hold others. Source: cards.md 1.3. */
import type { Drawer, Drawing, Drawn } from './drawing.ts'
import { childOf, childrenOf, flagOf, isPart, numberOf, type Part, stringOf } from './part.ts'
import { colourName, css, flexAlign, pixels, spacing } from './style.ts'
import { tapAttributes } from './tap.ts'
import { Wording } from './wording.tsx'

/** The elements of a container, one below another or side by side. */
export function Elements({ part, drawing, gap }: { part: Part; drawing: Drawing; gap: string }): Drawn {
  const across = stringOf(part, 'direction') === 'horizontal'
  const style = css({
    gap: spacing(across ? part.horizontal_spacing : part.vertical_spacing) ?? gap,
    padding: spacing(part.padding),
    ...(across
      ? { 'justify-content': flexAlign(part.horizontal_align), 'align-items': flexAlign(part.vertical_align) }
      : { 'justify-content': flexAlign(part.vertical_align) }),
  })
  return (
    <div class={across ? 'elements across' : 'elements'} style={style}>
      {childrenOf(part, 'elements').map((element) => drawing.draw(element, drawing))}
    </div>
  )
}

const flexModes = new Set(['none', 'stretch', 'flow', 'bisect', 'trisect'])

export const drawColumnSet: Drawer = (part, drawing) => {
  const mode = stringOf(part, 'flex_mode') ?? 'none'
  const style = css({
    'column-gap': spacing(part.horizontal_spacing) ?? '8px',
    'justify-content': flexAlign(part.horizontal_align),
  })
  return (
    <div class={`columns columns-${flexModes.has(mode) ? mode : 'none'}${fill(part)}`} style={style}>
      {childrenOf(part, 'columns').map((column) => drawColumn(column, drawing))}
    </div>
  )
}

/** A column's width: as wide as its words, a share of the row, or in pixels. */
const drawColumn: Drawer = (part, drawing) => {
  const width = stringOf(part, 'width') ?? 'auto'
  const flex =
    width === 'weighted' ? `${numberOf(part, 'weight') ?? 1} 1 0` : pixels(width) ? `0 0 ${width}` : undefined
  const style = css({ flex, 'align-self': flexAlign(part.vertical_align) })
  return (
    <div class={`column${fill(part)}`} style={style}>
      <Elements part={part} drawing={drawing} gap="8px" />
    </div>
  )
}

const fill = (part: Part): string => {
  const colour = colourName(stringOf(part, 'background_style') ?? stringOf(part, 'background_color'))
  return colour === undefined || colour === 'default' ? '' : ` fill fill-${colour}`
}

export const drawPanel: Drawer = (part, drawing) => {
  const header = childOf(part, 'header')
  return (
    <details
      class={`panel${isPart(part.border) ? ' bordered' : ''}${fill(part)}`}
      open={flagOf(part, 'expanded')}
    >
      <summary class={fill(header).trim()}>
        <span class="panel-title">
          <Wording text={childOf(header, 'title')} drawing={drawing} />
        </span>
      </summary>
      <div class="panel-body">
        <Elements part={part} drawing={drawing} gap="8px" />
      </div>
    </details>
  )
}

export const drawInteractive: Drawer = (part, drawing) => (
  // biome-ignore lint/a11y/useFocusableInteractive: it has a tabindex, in Hono's spelling
  // biome-ignore lint/a11y/useSemanticElements: it may hold buttons, which a button may not
  <div
    class={`interactive${flagOf(part, 'has_border') ? ' bordered' : ''}${fill(part)}`}
    role="button"
    tabindex={0}
    aria-disabled={flagOf(part, 'disabled') ? 'true' : undefined}
    {...tapAttributes(part, 'interactive_container')}
  >
    <Elements part={part} drawing={drawing} gap="4px" />
  </div>
)

export const drawForm: Drawer = (part, drawing) => (
  <form class="card-form" data-form={stringOf(part, 'name')} novalidate autocomplete="off">
    <Elements part={part} drawing={{ ...drawing, inForm: true }} gap="12px" />
  </form>
)
