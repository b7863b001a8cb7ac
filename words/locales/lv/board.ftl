### Plāna stāvoklis: attēls un tā paraksts.

board-title = <b>{ $title }</b>
board-day = Stāvoklis { $on }
board-line = { $state } ({ $count }): { $numbers }
board-legend = { $state }: { $count }
board-unknown = Nav ieraksta
board-others = Pārējie pasākumi
board-file = plans.png
no-plan = Platformā nav neviena spēkā esoša plāna ar pasākumiem.
