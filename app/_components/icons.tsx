// The icons, drawn on one 16-cell grid. All are decoration: the words beside them, or an aria-label, carry the meaning.
import type { ReactNode } from 'react'

interface IconProps {
  readonly size?: number
  readonly className?: string
}

function icon(shape: ReactNode) {
  return function Icon({ size = 16, className }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={className}
        style={{ flex: 'none' }}
      >
        {shape}
      </svg>
    )
  }
}

export const PlayIcon = icon(<path d="M4.5 3v10l8-5z" fill="currentColor" />)
export const StopIcon = icon(<rect x="3.5" y="3.5" width="9" height="9" fill="currentColor" />)
export const CheckIcon = icon(<path d="M3 8.5l3.2 3.2L13 4.8" />)
export const CrossIcon = icon(<path d="M4 4l8 8M12 4l-8 8" />)
export const CircleIcon = icon(<circle cx="8" cy="8" r="5" strokeDasharray="2.4 2.4" />)
export const HalfIcon = icon(
  <>
    <circle cx="8" cy="8" r="5" />
    <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
  </>,
)
export const WarningIcon = icon(<path d="M8 2.5L14.5 13.5h-13zM8 7v3M8 11.9v.1" />)
export const ArrowIcon = icon(<path d="M3 8h10M9 4l4 4-4 4" />)
export const UpIcon = icon(<path d="M8 13V3M4 7l4-4 4 4" />)
export const MenuIcon = icon(<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />)
export const SunIcon = icon(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.1 1.1M11.9 11.9L13 13M13 3l-1.1 1.1M4.1 11.9L3 13" />
  </>,
)
export const MoonIcon = icon(<path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z" />)
export const DownloadIcon = icon(<path d="M8 2.5v7.5M4.8 7l3.2 3.2L11.2 7M2.5 13.5h11" />)
export const ResetIcon = icon(<path d="M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3" />)
export const CopyIcon = icon(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
    <path d="M10.5 5.5v-3h-8v8h3" />
  </>,
)
export const HintIcon = icon(
  <>
    <path d="M6 11.5a4.4 4.4 0 1 1 4 0v1H6zM6.5 14.5h3" />
  </>,
)
export const StarIcon = icon(<path d="M8 1.8l1.9 4 4.3.6-3.1 3 .8 4.3L8 11.6l-3.9 2.1.8-4.3-3.1-3 4.3-.6z" />)
export const PauseIcon = icon(<path d="M5 3.5v9M11 3.5v9" strokeWidth="2.6" />)
export const BackIcon = icon(<path d="M10 3.5L5.5 8l4.5 4.5" />)
export const ForthIcon = icon(<path d="M6 3.5L10.5 8 6 12.5" />)
export const StartIcon = icon(<path d="M11.5 3.5L7 8l4.5 4.5M4.5 3.5v9" />)
export const EndIcon = icon(<path d="M4.5 3.5L9 8l-4.5 4.5M11.5 3.5v9" />)
export const KeyboardIcon = icon(
  <>
    <rect x="1.5" y="4" width="13" height="8.5" rx="1.2" />
    <path d="M4 6.8h.1M6.7 6.8h.1M9.3 6.8h.1M12 6.8h.1M5 9.8h6" />
  </>,
)
export const ShareIcon = icon(<path d="M6 9.5a3 3 0 0 0 4.2 0l2.3-2.3a3 3 0 0 0-4.2-4.2L7.6 3.6M10 6.5a3 3 0 0 0-4.2 0L3.5 8.8A3 3 0 0 0 7.7 13l.7-.7" />)
