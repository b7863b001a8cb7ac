### Darba lapa: kas par to teikts ziņās.

page-open = Darba lapa
page-link = Labdien! Šeit ir jauna saite uz Jūsu darba lapu; tā derīga 30 dienas. Kontu un paroli nevajag. Saite ir personiska; lūdzu, nepārsūtiet to. Ja jaunu saiti neprasījāt, ar šo ziņu nekas nav jādara.
nudge-page = Atbildēt var arī darba lapā, bez konta.
nudge-partner = Partneriem atbilde nav obligāta; nokavēt to nevar.
joined-care-page = Lūdzu, šeit nerakstiet ierobežotas pieejamības informāciju; tai izmantojiet darba lapu.
