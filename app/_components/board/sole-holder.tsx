// The mark of who alone holds the best result.
import { StarIcon } from '../icons.tsx'

/** A small sign with words. */
export function SoleHolder() {
  return (
    <span className="tag ml-2 text-gold" title="Nobody else has this result or a better one">
      <StarIcon size={12} />
      sole best
    </span>
  )
}
