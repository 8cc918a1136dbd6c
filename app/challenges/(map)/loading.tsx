// The map's shape while it loads.

export default function Loading() {
  return (
    <div className="shell pb-16" role="status">
      <span className="sr-only">The challenges are loading</span>
      <div className="pb-8 pt-10">
        <div className="skeleton h-10 w-64" />
        <div className="skeleton mt-4 h-6 w-96 max-w-full" />
      </div>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} className="skeleton h-36" />
        ))}
      </div>
    </div>
  )
}
