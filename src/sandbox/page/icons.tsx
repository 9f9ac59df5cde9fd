/** Line icons, drawn for this page. */
import type { Child } from 'hono/jsx'
import type { Drawn } from './card/drawing.ts'

const Icon = ({ children }: { children: Child }): Drawn => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
)

export const MenuIcon = (): Drawn => (
  <Icon>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
)

export const PictureIcon = (): Drawn => (
  <Icon>
    <rect x="3" y="4.5" width="18" height="15" rx="2.5" />
    <circle cx="8.5" cy="10" r="1.6" />
    <path d="M4 17.5l5-4.5 3.5 3 4-4.5 4 4" />
  </Icon>
)

export const FileIcon = (): Drawn => (
  <Icon>
    <path d="M20 11.5l-7.8 7.8a5 5 0 0 1-7.1-7.1l8.3-8.3a3.4 3.4 0 0 1 4.8 4.8l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.1-7.2" />
  </Icon>
)

export const SendIcon = (): Drawn => (
  <Icon>
    <path d="M21 3L10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5z" />
  </Icon>
)

export const BackIcon = (): Drawn => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
)

export const ClockIcon = (): Drawn => (
  <Icon>
    <rect x="3.5" y="5" width="17" height="15.5" rx="2.5" />
    <path d="M3.5 10h17M8 2.8v4M16 2.8v4" />
  </Icon>
)
