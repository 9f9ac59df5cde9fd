/** A person's picture: two characters of the name on a colour that stays the same for the name. */
import type { Drawn } from './card/drawing.ts'

const shades = 8

const shadeOf = (name: string): number =>
  [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % shades

export const Avatar = ({ name, small = false }: { name: string; small?: boolean }): Drawn => (
  <span
    class={`avatar avatar-${shadeOf(name.slice(0, 3))}${small ? ' avatar-small' : ''}`}
    aria-hidden="true"
  >
    {[...name].slice(0, small ? 1 : 2).join('')}
  </span>
)

export const BotAvatar = (): Drawn => (
  <span class="avatar avatar-bot" aria-hidden="true">
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
      <circle cx="12" cy="12" r="8" />
      <circle cx="12" cy="12" r="3.5" />
      <path d="M12 1.5v4M12 18.5v4M1.5 12h4M18.5 12h4" stroke-linecap="round" />
    </svg>
  </span>
)
