// The drawing of the timeline without its playhead, so that it stands still while the playhead moves.
import { memo } from 'react'
import type { TimelinePicture, TimelineSize } from './timeline-picture.ts'

interface TimelineSvgProps {
  readonly picture: TimelinePicture
  readonly size: TimelineSize
}

/** Bytes as an area, objects as a line, marks below. */
export const TimelineSvg = memo(function TimelineSvg({ picture, size }: TimelineSvgProps) {
  const { width, height } = size
  const laneY = picture.curveBottom + 10
  return (
    <svg className="timeline-svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="timeline-base" d={`M0 ${picture.curveBottom + 0.5}H${width}`} />
      <path className="timeline-peak" d={`M0 ${picture.peak.y}H${width}`} />
      <path className="timeline-area" d={picture.bytesArea} />
      <path className="timeline-bytes" d={picture.bytesLine} />
      <path className="timeline-objects" d={picture.objectsLine} />
      {picture.outputs.map((x, index) => (
        <rect key={index} className="timeline-output" x={x - 1} y={picture.curveBottom + 2} width="2" height="3" />
      ))}
      {picture.collections.map(({ x, index, collected }) => (
        <circle key={index} className={collected > 0 ? 'timeline-collection timeline-collected' : 'timeline-collection'} cx={x} cy={laneY} r="3.6" />
      ))}
      {picture.leakX === null ? null : (
        <g className="timeline-leak">
          <path d={`M${picture.leakX} ${picture.curveTop}V${height}`} />
          <path className="timeline-flag" d={`M${picture.leakX} ${picture.curveTop}l9 4l-9 4z`} />
        </g>
      )}
      <circle className="timeline-peak-dot" cx={picture.peak.x} cy={picture.peak.y} r="3.4" />
    </svg>
  )
})
