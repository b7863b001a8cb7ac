// Visits the sandbox's site with a client that nobody here wrote, and tells on one line of JSON what it met.
import { SPDefault } from "@pnp/nodejs";
import { InjectHeaders } from "@pnp/queryable";
import { spfi } from "@pnp/sp";
import "@pnp/sp/attachments/index.js";
import "@pnp/sp/batching.js";
import "@pnp/sp/fields/index.js";
import "@pnp/sp/files/index.js";
import "@pnp/sp/folders/index.js";
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

const again = measures.items.getById(first.Id);
told.undeleted = await refused(again.delete(before));
await again.update({ Done: "x" });
told.labels = (await again.versions.select("VersionLabel")()).map((version) => version.VersionLabel);

const [batched, send] = sp.batched();
const many = batched.web.lists.getByTitle("Atbildes");
const parts = ["b-1", "b-2", "b-1"].map((key) => refused(many.items.add({ Title: key, ForumKey: key })));
parts.push(many.items.select("Id").top(1)().then((items) => items.length));
await send();
told.batch = await Promise.all(parts);
const [second] = await replies.items.select("Id", "ForumKey").filter("ForumKey eq 'b-2'").top(1)();
await replies.items.getById(second.Id).delete(etag(second));
told.left = (await replies.items.select("ForumKey").orderBy("Id")()).map((item) => item.ForumKey);

const files = again.attachmentFiles;
await files.add("O'Reilly, vēstule.txt", "viens");
told.twiceAttached = await refused(files.add("O'Reilly, vēstule.txt", "divi"));
await files.getByName("O'Reilly, vēstule.txt").setContent("divi");
told.attached = (await files()).map((file) => file.FileName);
told.words = await files.getByName("O'Reilly, vēstule.txt").getText();
await files.getByName("O'Reilly, vēstule.txt").delete();
told.detached = (await files()).length;

const library = sp.web.lists.getByTitle("Pierādījumi").rootFolder;
await library.folders.addUsingPath("2020");
const folder = library.folders.getByUrl("2020");
const name = "50% #1, O'Reilly.txt";
const file = await folder.files.addUsingPath(name, "viens", { Overwrite: true });
told.file = { name: file.Name, size: file.Length, label: file.UIVersionLabel };
told.twiceUploaded = await refused(folder.files.addUsingPath(name, "divi"));
const there = sp.web.getFileByServerRelativePath(file.ServerRelativeUrl);
await there.setContent("divi");
const held = await there.getItem();
const link = { Url: "https://dati.example", Description: "Datu kopa" };
await held.update({ SourceUrl: link }, etag(held));
const evidence = await there.listItemAllFields.select("Id", "SourceUrl", "FileRef")();
told.evidence = { id: evidence.Id, source: evidence.SourceUrl.Url, at: evidence.FileRef };
told.text = await there.getText();
told.past = (await there.versions()).map((version) => [version.ID, version.Size]);
await there.versions.deleteById(512);
told.pastAfter = (await there.versions()).length;
await there.recycle();
told.gone = await there.exists();

told.unmade = await refused(sp.web.lists.add("Plans"));

console.log(JSON.stringify(told));
