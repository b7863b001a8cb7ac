### The state of the plan: a picture and its caption.

board-title = <b>{ $title }</b>
board-day = As it stands { $on }
board-line = { $state } ({ $count }): { $numbers }
board-legend = { $state }: { $count }
board-unknown = Nothing on record
board-others = Other measures
board-file = plan.png
no-plan = The platform has no plan in force with any measures.
