// Visits the sandbox's site with a client that nobody here wrote, and tells on one line of JSON what it met.
import { SPDefault } from "@pnp/nodejs";
import { InjectHeaders } from "@pnp/queryable";
import { spfi } from "@pnp/sp";
import "@pnp/sp/fields/index.js";
import "@pnp/sp/items/index.js";
import "@pnp/sp/lists/index.js";
import "@pnp/sp/regional-settings/index.js";
import "@pnp/sp/webs/index.js";

const [site, token] = process.argv.slice(2);
const sp = spfi(site).using(SPDefault({ baseUrl: site }), InjectHeaders({ Authorization: `Bearer ${token}` }));
const measures = sp.web.lists.getByTitle("Pasākumi");
const replies = sp.web.lists.getByTitle("Atbildes");

// The etag is an annotation on the row; the refusal's status tells one trouble from another.
const etag = (item) => item["odata.etag"];
const refused = (work) => work.then(() => 0, (trouble) => trouble.status ?? -1);

const told = {};
told.lists = (await sp.web.lists.select("Title")()).map((list) => list.Title);
told.zone = (await sp.web.regionalSettings.timeZone()).Id;
told.hidden = (await measures.fields.filter("Hidden eq true").select("InternalName")()).map((f) => f.InternalName);

told.pages = [];
for await (const page of measures.items.select("Id", "Number").top(10)) {
  told.pages.push(page.map((item) => item.Number));
}

const [first] = await measures.items
  .select("Id", "Number", "DueOn", "Lead/Code")
  .expand("Lead")
  .filter("Number eq '2.8'")();
told.measure = { number: first.Number, due: first.DueOn, lead: first.Lead.Code };

const made = await replies.items.add({ Title: "2.8. · 2020 · IZM", MeasureId: first.Id, ForumKey: "k-1" });
told.made = { id: made.Id, etag: etag(made), measure: made.MeasureId };
told.twice = await refused(replies.items.add({ Title: "vēlreiz", ForumKey: "k-1" }));

const row = measures.items.getById(first.Id);
const before = etag(await row());
await row.update({ Completion: "Izpildīts" }, before);
told.stale = await refused(row.update({ Completion: "Nav sākts" }, before));
told.after = (await row.select("Completion")()).Completion;

const start = (await replies.select("CurrentChangeToken")()).CurrentChangeToken;
await replies.items.getById(made.Id).recycle();
const changes = await replies.getChanges({ Item: true, Add: true, DeleteObject: true, ChangeTokenStart: start });
told.changes = changes.map((change) => [change.ChangeType, change.ItemId]);

console.log(JSON.stringify(told));
