/** What every component needs in order to be drawn. */
import type { HtmlEscapedString } from 'hono/utils/html'
import type { NameOf } from '../markdown-inline.ts'
import type { Part } from './part.ts'

export type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>

export interface Drawing {
  readonly nameOf: NameOf
  /** Inside a form a component keeps its value until the form is sent; outside it calls back at once. */
  readonly inForm: boolean
  /** Draws a component inside a container. Handed in, so that containers need not know the components. */
  readonly draw: (part: Part, drawing: Drawing) => Drawn
}

export type Drawer = (part: Part, drawing: Drawing) => Drawn
