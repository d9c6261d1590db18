<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>打开文件(&amp;O)…</source>
        <translation>&amp;Open Files…</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;F)…</source>
        <translation>Open &amp;Folder…</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>打开示例文稿(&amp;S)</source>
        <translation>Open &amp;Samples</translation>
    </message>
    <message>
        <source>最近打开(&amp;T)</source>
        <translation>Open &amp;Recent</translation>
    </message>
    <message>
        <source>导出当前文稿(&amp;E)…</source>
        <translation>&amp;Export Document…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出全部文稿(&amp;A)…</source>
        <translation>Export &amp;All Documents…</translation>
    </message>
    <message>
        <source>导出 PDF(&amp;D)…</source>
        <translation>Export P&amp;DF…</translation>
    </message>
    <message>
        <source>导出本篇批注(&amp;N)…</source>
        <translation>Export &amp;Notes of Document…</translation>
    </message>
    <message>
        <source>导出全部批注(&amp;L)…</source>
        <translation>Export A&amp;ll Notes…</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>打印预览(&amp;V)…</source>
        <translation>Print Pre&amp;view…</translation>
    </message>
    <message>
        <source>打印与 PDF 标出改动(&amp;M)</source>
        <translation>&amp;Mark Changes in Print and PDF</translation>
    </message>
    <message>
        <source>关闭标签页(&amp;C)</source>
        <translation>&amp;Close Tab</translation>
    </message>
    <message>
        <source>关闭其他标签页(&amp;H)</source>
        <translation>Close Ot&amp;her Tabs</translation>
    </message>
    <message>
        <source>恢复关闭的标签页(&amp;N)</source>
        <translation>Reope&amp;n Closed Tab</translation>
    </message>
    <message>
        <source>从文稿库移除(&amp;R)</source>
        <translation>&amp;Remove from Library</translation>
    </message>
    <message>
        <source>拆分为各篇讲话(&amp;X)…</source>
        <translation>Split into Speec&amp;hes…</translation>
    </message>
    <message>
        <source>作为本库定稿(&amp;W)</source>
        <translation>One of the Library’s &amp;Own</translation>
    </message>
    <message>
        <source>下一篇待审(&amp;J)</source>
        <translation>&amp;Next document to review</translation>
    </message>
    <message>
        <source>标为未审(&amp;U)</source>
        <translation>Mark as ne&amp;w</translation>
    </message>
    <message>
        <source>标为审校中(&amp;I)</source>
        <translation>Mark as &amp;in review</translation>
    </message>
    <message>
        <source>标为审毕(&amp;D)</source>
        <translation>Mark as &amp;done</translation>
    </message>
    <message>
        <source>搁置(&amp;A)</source>
        <translation>Set &amp;aside</translation>
    </message>
    <message>
        <source>标签(&amp;T)…</source>
        <translation>&amp;Tags…</translation>
    </message>
    <message>
        <source>重命名批次(&amp;N)…</source>
        <translation>Rename &amp;batch…</translation>
    </message>
    <message>
        <source>导出所选文稿(&amp;E)…</source>
        <translation>E&amp;xport selected documents…</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>撤销(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>剪切(&amp;T)</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>粘贴(&amp;P)</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>全选(&amp;A)</source>
        <translation>Select &amp;All</translation>
    </message>
    <message>
        <source>查找(&amp;F)…</source>
        <translation>&amp;Find…</translation>
    </message>
    <message>
        <source>替换(&amp;H)…</source>
        <translation>R&amp;eplace…</translation>
    </message>
    <message>
        <source>查找下一个(&amp;N)</source>
        <translation>Find &amp;Next</translation>
    </message>
    <message>
        <source>查找上一个(&amp;V)</source>
        <translation>Find Pre&amp;vious</translation>
    </message>
    <message>
        <source>下一处(&amp;N)</source>
        <translation>&amp;Next Finding</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处(&amp;P)</source>
        <translation>&amp;Previous Finding</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>采纳(&amp;A)</source>
        <translation>&amp;Accept</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>驳回，原文无误(&amp;R)</source>
        <translation>&amp;Reject, the Text Is Right</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>以后再看(&amp;L)</source>
        <translation>Decide &amp;Later</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>取消判定(&amp;O)</source>
        <translation>Take the Decision &amp;Back</translation>
    </message>
    <message>
        <source>改写后采纳(&amp;E)</source>
        <translation>&amp;Edit and Accept</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>采纳本篇所有同类(&amp;K)</source>
        <translation>Accept All of This &amp;Kind Here</translation>
    </message>
    <message>
        <source>同类全采纳</source>
        <translation>Accept Kind</translation>
    </message>
    <message>
        <source>采纳全部文稿中的同类(&amp;V)</source>
        <translation>Accept All of This Kind E&amp;verywhere</translation>
    </message>
    <message>
        <source>驳回本篇所有相同文字(&amp;J)</source>
        <translation>Re&amp;ject All with the Same Text Here</translation>
    </message>
    <message>
        <source>驳回全部文稿中的相同文字(&amp;T)</source>
        <translation>Reject Same &amp;Text in All Documents</translation>
    </message>
    <message>
        <source>采纳本篇所有可靠修改(&amp;S)</source>
        <translation>Accept All &amp;Safe Repairs Here</translation>
    </message>
    <message>
        <source>采纳列表所示各处(&amp;W)</source>
        <translation>Accept All Sho&amp;wn in the List</translation>
    </message>
    <message>
        <source>驳回列表所示各处(&amp;X)</source>
        <translation>Reject All Lis&amp;ted</translation>
    </message>
    <message>
        <source>折叠所有组(&amp;Z)</source>
        <translation>Fold All Groups</translation>
    </message>
    <message>
        <source>展开所有组(&amp;Y)</source>
        <translation>Unfold All Groups</translation>
    </message>
    <message>
        <source>添加批注(&amp;M)…</source>
        <translation>Add a &amp;Note…</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>下一条批注(&amp;X)</source>
        <translation>Ne&amp;xt Note</translation>
    </message>
    <message>
        <source>上一条批注(&amp;Z)</source>
        <translation>Previou&amp;s Note</translation>
    </message>
    <message>
        <source>下一条待办(&amp;B)</source>
        <translation>Next To-&amp;Do</translation>
    </message>
    <message>
        <source>批注待办／完成(&amp;D)</source>
        <translation>Tic&amp;k or Untick To-Do</translation>
    </message>
    <message>
        <source>全文转为繁体(&amp;B)</source>
        <translation>Convert to Tra&amp;ditional</translation>
    </message>
    <message>
        <source>下一篇(&amp;X)</source>
        <translation>Next &amp;Document</translation>
    </message>
    <message>
        <source>下一个标签页(&amp;E)</source>
        <translation>N&amp;ext Tab</translation>
    </message>
    <message>
        <source>上一个标签页(&amp;R)</source>
        <translation>P&amp;revious Tab</translation>
    </message>
    <message>
        <source>保留此标签页(&amp;K)</source>
        <translation>&amp;Keep This Tab</translation>
    </message>
    <message>
        <source>转到文稿库(&amp;1)</source>
        <translation>Go to Library (&amp;1)</translation>
    </message>
    <message>
        <source>转到问题(&amp;2)</source>
        <translation>Go to Findings (&amp;2)</translation>
    </message>
    <message>
        <source>转到重复(&amp;3)</source>
        <translation>Go to Repeats (&amp;3)</translation>
    </message>
    <message>
        <source>转到批注(&amp;4)</source>
        <translation>Go to Notes (&amp;4)</translation>
    </message>
    <message>
        <source>转到历史(&amp;5)</source>
        <translation>Go to History (&amp;5)</translation>
    </message>
    <message>
        <source>切换明暗(&amp;M)</source>
        <translation>Light or Dar&amp;k</translation>
    </message>
    <message>
        <source>语言 Language(&amp;A)</source>
        <translation>L&amp;anguage 语言</translation>
    </message>
    <message>
        <source>更改按键(&amp;K)…</source>
        <translation>Chan&amp;ge Keys…</translation>
    </message>
    <message>
        <source>全文转为简体(&amp;J)</source>
        <translation>Convert to Simplified (&amp;J)</translation>
    </message>
    <message>
        <source>重新检查(&amp;C)</source>
        <translation>&amp;Check Again</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>停止检查(&amp;X)</source>
        <translation>&amp;Stop Checking</translation>
    </message>
    <message>
        <source>上一篇(&amp;B)</source>
        <translation>Previous Document (&amp;B)</translation>
    </message>
    <message>
        <source>显示清稿(&amp;C)</source>
        <translation>Show the &amp;Clean Text</translation>
    </message>
    <message>
        <source>清稿</source>
        <translation>Clean</translation>
    </message>
    <message>
        <source>三栏对照(&amp;H)</source>
        <translation>T&amp;hree Views</translation>
    </message>
    <message>
        <source>对照副本(&amp;D)…</source>
        <translation>&amp;Compare Copies…</translation>
    </message>
    <message>
        <source>重复图谱(&amp;G)…</source>
        <translation>&amp;Map of Repeats…</translation>
    </message>
    <message>
        <source>判定后跳到下一处(&amp;M)</source>
        <translation>&amp;Move On after a Decision</translation>
    </message>
    <message>
        <source>显示存疑建议(&amp;G)</source>
        <translation>Show Su&amp;ggestions</translation>
    </message>
    <message>
        <source>此文字不再提示(&amp;B)</source>
        <translation>Never Mark This Text A&amp;gain</translation>
    </message>
    <message>
        <source>停用此规则(&amp;U)</source>
        <translation>Switch This R&amp;ule Off</translation>
    </message>
    <message>
        <source>检查项目(&amp;I)…</source>
        <translation>What &amp;Is Checked…</translation>
    </message>
    <message>
        <source>筛选列表(&amp;F)</source>
        <translation>&amp;Filter the List</translation>
    </message>
    <message>
        <source>转到正文(&amp;T)</source>
        <translation>Go to the &amp;Text</translation>
    </message>
    <message>
        <source>折叠此处的重复段落(&amp;O)</source>
        <translation>F&amp;old the Repeat Here</translation>
    </message>
    <message>
        <source>展开此处的重复段落(&amp;U)</source>
        <translation>&amp;Unfold the Repeat Here</translation>
    </message>
    <message>
        <source>折叠全部重复段落(&amp;A)</source>
        <translation>Fold &amp;All Repeats</translation>
    </message>
    <message>
        <source>展开全部重复段落(&amp;X)</source>
        <translation>Unfold All (&amp;X)</translation>
    </message>
    <message>
        <source>放大文字(&amp;L)</source>
        <translation>&amp;Larger Text</translation>
    </message>
    <message>
        <source>缩小文字(&amp;S)</source>
        <translation>&amp;Smaller Text</translation>
    </message>
    <message>
        <source>恢复文字大小(&amp;R)</source>
        <translation>Usual Text Si&amp;ze</translation>
    </message>
    <message>
        <source>设置(&amp;N)…</source>
        <translation>Setti&amp;ngs…</translation>
    </message>
    <message>
        <source>命令面板(&amp;P)…</source>
        <translation>Command &amp;Palette…</translation>
    </message>
    <message>
        <source>使用说明(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>按键一览(&amp;K)</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>关于(&amp;A)</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>审校(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>文稿库(&amp;L)</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>转到(&amp;G)</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>列表中 {0}</source>
        <translation>in the list {0}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>审校</source>
        <translation>Reviewer</translation>
    </message>
</context>
<context>
    <name>ArcsPage</name>
    <message numerus="yes">
        <source>%n 对相同的段落</source>
        <translation>
            <numerusform>%n pair of copies</numerusform>
            <numerusform>%n pairs of copies</numerusform>
        </translation>
    </message>
    <message>
        <source>弧线两端是同样的内容；实线一字不差，虚线大同小异</source>
        <translation>an arc joins two places that say the same; solid: word for word, dashed: nearly</translation>
    </message>
    <message>
        <source>这份文稿里没有出现两次的段落</source>
        <translation>No passage stands twice in this document</translation>
    </message>
    <message>
        <source>看哪一篇文稿</source>
        <translation>Document to show</translation>
    </message>
    <message>
        <source>篇内重复弧线图</source>
        <translation>Arcs of the repeats in this document</translation>
    </message>
    <message>
        <source>下面的列表逐对列出同样的段落</source>
        <translation>The list below names each pair of copies</translation>
    </message>
    <message>
        <source>篇内重复的段落，逐对</source>
        <translation>Pairs of copies in this document</translation>
    </message>
</context>
<context>
    <name>BulkController</name>
    <message>
        <source>正在查看各篇文稿…</source>
        <translation>Looking through the documents…</translation>
    </message>
    <message numerus="yes">
        <source>采纳 %n 处修改？</source>
        <translation>
            <numerusform>Accept %n repair?</numerusform>
            <numerusform>Accept %n repairs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>驳回 %n 处？</source>
        <translation>
            <numerusform>Reject %n finding?</numerusform>
            <numerusform>Reject %n findings?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 处以后再看？</source>
        <translation>
            <numerusform>Put %n finding off until later?</numerusform>
            <numerusform>Put %n findings off until later?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>取消 %n 处判定？</source>
        <translation>
            <numerusform>Take back %n decision?</numerusform>
            <numerusform>Take back %n decisions?</numerusform>
        </translation>
    </message>
    <message>
        <source>批量判定</source>
        <translation>Bulk decision</translation>
    </message>
    <message numerus="yes">
        <source>涉及 %n 篇文稿。</source>
        <translation>
            <numerusform>In %n document. </numerusform>
            <numerusform>In %n documents. </numerusform>
        </translation>
    </message>
    <message>
        <source>可一次撤销。</source>
        <translation>One undo takes it all back.</translation>
    </message>
</context>
<context>
    <name>CatalogueController</name>
    <message numerus="yes">
        <source>%n 份文稿：{status}</source>
        <translation>
            <numerusform>%n document: {status}</numerusform>
            <numerusform>%n documents: {status}</numerusform>
        </translation>
    </message>
    <message>
        <source>；仍有 {open} 处未决</source>
        <translation>; findings still open: {open}</translation>
    </message>
    <message>
        <source>这份文稿不属于任何批次。</source>
        <translation>This document belongs to no batch.</translation>
    </message>
    <message>
        <source>重命名批次</source>
        <translation>Rename batch</translation>
    </message>
    <message>
        <source>批次名称：</source>
        <translation>Name of the batch:</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>批注颜色</source>
        <translation>Colour of the note</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>输入命令名称或拼音首字母</source>
        <translation>Type the name of a command</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>保留这份，删去其余</source>
        <translation>Keep this, delete the others</translation>
    </message>
    <message>
        <source>删去这一组里的其他各份（先告知份数，一步可撤销）</source>
        <translation>Delete all other copies of this family (says how many first; one step to undo)</translation>
    </message>
    <message>
        <source>删去这份</source>
        <translation>Delete this copy</translation>
    </message>
    <message>
        <source>只从它的文稿里删去这一份（可撤销）</source>
        <translation>Delete this copy alone from its document (can be undone)</translation>
    </message>
    <message>
        <source>不是重复</source>
        <translation>Not a copy</translation>
    </message>
    <message>
        <source>今后不再把这一份与底本列为重复；对底本则是整组（可撤销）</source>
        <translation>Never list this again as a copy of the original; on the original itself: the whole family (can be undone)</translation>
    </message>
    <message>
        <source>上一处差异</source>
        <translation>Previous difference</translation>
    </message>
    <message>
        <source>下一处差异</source>
        <translation>Next difference</translation>
    </message>
    <message>
        <source>用左边的 →</source>
        <translation>Use the left →</translation>
    </message>
    <message>
        <source>把左边的说法放到右边这一处（可撤销）</source>
        <translation>Put what the left copy says into the right one here (can be undone)</translation>
    </message>
    <message>
        <source>← 用右边的</source>
        <translation>← Use the right</translation>
    </message>
    <message>
        <source>把右边的说法放到左边这一处（可撤销）</source>
        <translation>Put what the right copy says into the left one here (can be undone)</translation>
    </message>
    <message>
        <source>采用这个说法</source>
        <translation>Use this reading</translation>
    </message>
    <message>
        <source>把选中的说法放进眼前的另一份（可撤销）</source>
        <translation>Put the chosen reading into the other copy shown (can be undone)</translation>
    </message>
    <message>
        <source>各份都采用</source>
        <translation>Use in all copies</translation>
    </message>
    <message>
        <source>把选中的说法放进这一组的每一份（一步可撤销）</source>
        <translation>Put the chosen reading into every copy of the family (one step to undo)</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>说法不同</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>只有左边有</source>
        <translation>Only on the left</translation>
    </message>
    <message>
        <source>只有右边有</source>
        <translation>Only on the right</translation>
    </message>
    <message>
        <source>挪了位置</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>只是字形或空格不同</source>
        <translation>Only form or spaces</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>光标处的文字没有重复</source>
        <translation>Nothing at the caret is repeated</translation>
    </message>
    <message>
        <source>保留这一份，删去其余 {0} 份，共 {1} 字？
（一步可撤销）</source>
        <translation>Keep this copy and delete the other {0}, {1} characters in all?
(One step to undo.)</translation>
    </message>
    <message>
        <source>删去重复</source>
        <translation>delete a copy</translation>
    </message>
    <message>
        <source>已删去 {0} 份重复，共 {1} 字</source>
        <translation>Copies deleted: {0}, {1} characters in all</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>对照副本 · {0}</source>
        <translation>Compare Copies · {0}</translation>
    </message>
    <message>
        <source>建议保留：{0}</source>
        <translation>Better kept: {0}</translation>
    </message>
    <message>
        <source>差异 {0} / {1}</source>
        <translation>Difference {0} / {1}</translation>
    </message>
    <message>
        <source>两份说法相同，只是字形或空格不同</source>
        <translation>Both say the same; only form or spaces differ</translation>
    </message>
    <message>
        <source>两份一字不差</source>
        <translation>The two copies are the same word for word</translation>
    </message>
</context>
<context>
    <name>CopyColumn</name>
    <message>
        <source>右边的副本</source>
        <translation>Copy on the right</translation>
    </message>
    <message>
        <source>左边的副本</source>
        <translation>Copy on the left</translation>
    </message>
    <message>
        <source>右边副本的正文</source>
        <translation>Text of the copy on the right</translation>
    </message>
    <message>
        <source>左边副本的正文</source>
        <translation>Text of the copy on the left</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>{title}，预览</source>
        <translation>{title}, preview</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭 {title}</source>
        <translation>Close {title}</translation>
    </message>
    <message>
        <source>打开的文稿</source>
        <translation>Open documents</translation>
    </message>
</context>
<context>
    <name>DragOutController</name>
    <message>
        <source>无法建立临时文件：{0}</source>
        <translation>The temporary file could not be made: {0}</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>导出清稿</source>
        <translation>Export the clean text</translation>
    </message>
    <message>
        <source>文本文件 (*.txt)</source>
        <translation>Text files (*.txt)</translation>
    </message>
    <message>
        <source>已导出：{0}</source>
        <translation>Exported: {0}</translation>
    </message>
    <message>
        <source>导出全部文稿</source>
        <translation>Export all documents</translation>
    </message>
    <message>
        <source>导出所选文稿</source>
        <translation>Export selected documents</translation>
    </message>
    <message>
        <source>已导出 {0} 篇到 {1}</source>
        <translation>Exported {0} documents to {1}</translation>
    </message>
    <message>
        <source>全部文稿</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>{title}的批注</source>
        <translation>Notes of {title}</translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>导出批注</source>
        <translation>Export Notes</translation>
    </message>
    <message>
        <source>已导出 {0} 条批注：{1}</source>
        <translation>Exported {0} notes: {1}</translation>
    </message>
    <message>
        <source>导出失败</source>
        <translation>Export failed</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{number} / {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace by</translation>
    </message>
    <message>
        <source>繁简</source>
        <translation>繁=简</translation>
    </message>
    <message>
        <source>不分繁简、全半角和大小写</source>
        <translation>Script, width and case are of no matter</translation>
    </message>
    <message>
        <source>正则</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>按正则表达式查找；替换中 \1 代表第一组</source>
        <translation>Regular expression; \1 in the replacement is the first group</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>本篇全部替换</source>
        <translation>Replace all here</translation>
    </message>
    <message>
        <source>在全部文稿中查找…</source>
        <translation>Find in all documents…</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>{state} · 把握 {percent} · 第 {paragraph} 段</source>
        <translation>{state} · {percent} sure · ¶ {paragraph}</translation>
    </message>
    <message>
        <source>删</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>改为“{words}”</source>
        <translation>Replace by “{words}”</translation>
    </message>
    <message>
        <source>原句</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>改后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Replace by</translation>
    </message>
    <message>
        <source>备选</source>
        <translation>Or</translation>
    </message>
    <message>
        <source>修改前的句子</source>
        <translation>The sentence before the change</translation>
    </message>
    <message>
        <source>修改后的句子</source>
        <translation>The sentence after the change</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>留空即删除</source>
        <translation>Empty: delete</translation>
    </message>
    <message>
        <source>按回车采用，按 Esc 还原</source>
        <translation>Enter accepts, Esc restores</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>正文已改动</source>
        <translation>The text was changed</translation>
    </message>
    <message>
        <source>删</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>“{0}”，没有修改建议</source>
        <translation>“{0}”, no repair known</translation>
    </message>
    <message>
        <source>“{0}”改为“{1}”</source>
        <translation>“{0}” becomes “{1}”</translation>
    </message>
    <message>
        <source>“{0}”删去</source>
        <translation>“{0}” is deleted</translation>
    </message>
    <message>
        <source>{kind}：{change}，{state}，把握 {sure}，第 {n} 段。{why}</source>
        <translation>{kind}: {change}, {state}, confidence {sure}, paragraph {n}. {why}</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>原文 → 改为</source>
        <translation>Text → repair</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>段</source>
        <translation>¶</translation>
    </message>
    <message>
        <source>处理状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>问题类型</source>
        <translation>Kind of damage</translation>
    </message>
    <message>
        <source>有问题的文字与建议的改法</source>
        <translation>The marked text and its repair</translation>
    </message>
    <message>
        <source>判断的把握</source>
        <translation>How sure the rule is</translation>
    </message>
    <message>
        <source>段落号</source>
        <translation>Paragraph number</translation>
    </message>
    <message>
        <source>文稿 · 段</source>
        <translation>Document · ¶</translation>
    </message>
    <message>
        <source>文稿与段落号</source>
        <translation>document and paragraph number</translation>
    </message>
    <message>
        <source>第 {number} 段</source>
        <translation>Paragraph {number}</translation>
    </message>
    <message>
        <source>{title} · 第 {number} 段</source>
        <translation>{title} · paragraph {number}</translation>
    </message>
    <message>
        <source>未注明规则</source>
        <translation>no rule named</translation>
    </message>
    <message>
        <source>{label}，{total} 处，未决 {open}，{state}</source>
        <translation>{label}, {total} findings, {open} open, {state}</translation>
    </message>
    <message>
        <source>已折叠</source>
        <translation>folded</translation>
    </message>
    <message>
        <source>已展开</source>
        <translation>unfolded</translation>
    </message>
</context>
<context>
    <name>FindingsFilterBar</name>
    <message>
        <source>筛选文字、改法、类型、理由、规则</source>
        <translation>Filter by text, repair, kind, reason, rule</translation>
    </message>
    <message>
        <source>筛选问题</source>
        <translation>Filter findings</translation>
    </message>
    <message>
        <source>按类型筛选</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>按处理状态筛选</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>按最低把握筛选</source>
        <translation>Filter by confidence</translation>
    </message>
    <message>
        <source>未决</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>已决</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>稍后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>把握 ≥ {percent} %</source>
        <translation>Sure ≥ {percent} %</translation>
    </message>
    <message>
        <source>把握不限</source>
        <translation>Sure: any</translation>
    </message>
    <message>
        <source>全部类型（{count}）</source>
        <translation>All kinds ({count})</translation>
    </message>
    <message>
        <source>{kind}（{count}）</source>
        <translation>{kind} ({count})</translation>
    </message>
</context>
<context>
    <name>FindingsHead</name>
    <message>
        <source>显示 {shown} / {total} · 未决 {open}</source>
        <translation>{shown} of {total} shown · {open} open</translation>
    </message>
    <message>
        <source>正在读入 {done} / {total} 篇</source>
        <translation>reading {done} of {total}</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear Filter</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>这里的问题都已有决定。</source>
        <translation>Every finding here has been decided.</translation>
    </message>
    <message>
        <source>全部处理完毕</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>没有符合筛选条件的问题</source>
        <translation>No finding fits the filter</translation>
    </message>
    <message>
        <source>没有找到乱码或错漏。</source>
        <translation>No damage was found.</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>尚无结果</source>
        <translation>No results yet</translation>
    </message>
    <message>
        <source>打开并检查一份文稿，问题会列在这里。</source>
        <translation>Open a document; what is wrong with it is listed here.</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>问题列表</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <source>问题详情</source>
        <translation>Details of the finding</translation>
    </message>
</context>
<context>
    <name>FindingsViewBar</name>
    <message>
        <source>本篇</source>
        <translation>This document</translation>
    </message>
    <message>
        <source>打开的各篇</source>
        <translation>Open tabs</translation>
    </message>
    <message>
        <source>整个文稿库</source>
        <translation>Whole library</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>按类型分组</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>按规则分组</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>按文字分组</source>
        <translation>By text</translation>
    </message>
    <message>
        <source>按段落分组</source>
        <translation>By paragraph</translation>
    </message>
    <message>
        <source>按文稿分组</source>
        <translation>By document</translation>
    </message>
    <message>
        <source>全部文稿</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>只列一篇文稿</source>
        <translation>Only one document</translation>
    </message>
    <message>
        <source>列出哪些文稿的问题</source>
        <translation>Documents whose findings are listed</translation>
    </message>
    <message>
        <source>分组方式</source>
        <translation>Groups</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>打开讲话稿，乱码、错字和重复的段落会逐处标出，并写明理由。</source>
        <translation>Open a speech: damage, wrong characters and repeated passages are marked, each with its reason.</translation>
    </message>
    <message>
        <source>逐处采纳、驳回或改写，一键一处；随时可以撤销，关闭窗口也不会丢失。</source>
        <translation>Accept, reject or rewrite each with one key; everything can be undone, and closing the window loses nothing.</translation>
    </message>
    <message>
        <source>审完导出清稿；源文件始终不动，也不联网。</source>
        <translation>Then export the clean text; source files are never changed, and nothing goes online.</translation>
    </message>
    <message>
        <source>从这里开始</source>
        <translation>Begin here</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>打开示例文稿</source>
        <translation>Open Samples</translation>
    </message>
    <message>
        <source>也可以把文件或文件夹拖到这里。</source>
        <translation>Or drop files and folders here.</translation>
    </message>
</context>
<context>
    <name>FoldController</name>
    <message>
        <source>这里没有可折叠或展开的重复段落</source>
        <translation>There is no repeat to fold or unfold here</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>按键一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>问题列表中的单键</source>
        <translation>Single keys in the list of findings</translation>
    </message>
    <message>
        <source>对照窗口</source>
        <translation>Compare window</translation>
    </message>
    <message>
        <source>{0}（左边）</source>
        <translation>{0} (left)</translation>
    </message>
    <message>
        <source>{0}（右边）</source>
        <translation>{0} (right)</translation>
    </message>
    <message>
        <source>（未设按键）</source>
        <translation>(no key)</translation>
    </message>
    <message>
        <source>编码与网页残留</source>
        <translation>Encoding and what is left of web pages</translation>
    </message>
    <message>
        <source>错字与异体</source>
        <translation>Wrong and variant characters</translation>
    </message>
    <message>
        <source>用词</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>遮盖与数字</source>
        <translation>Masks and numbers</translation>
    </message>
    <message>
        <source>版面与标点</source>
        <translation>Layout and punctuation</translation>
    </message>
    <message>
        <source>网站和编辑留下的文字</source>
        <translation>What sites and editors left behind</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>使用说明</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapters</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>最初的文稿</source>
        <translation>The texts as they came</translation>
    </message>
    <message>
        <source>已做 {0} 步，撤销 {1} 步</source>
        <translation>{0} steps done, {1} taken back</translation>
    </message>
    <message>
        <source>{0} 篇</source>
        <translation>{0} documents</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>操作历史</source>
        <translation>History of steps</translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>待定</source>
        <translation>open</translation>
    </message>
    <message>
        <source>已采纳</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>已改写</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>已驳回</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>以后再看</source>
        <translation>later</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>也可能是</source>
        <translation>or</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>重复段落：第 %1 组</source>
        <translation>Repeated passage: family %1</translation>
    </message>
    <message>
        <source>单击边栏括号可折叠</source>
        <translation>Click the bracket in the margin to fold</translation>
    </message>
    <message>
        <source>⋯ 第 %1 组重复段落已折叠：%2 段，%3 字</source>
        <translation>⋯ Repeat %1 folded: %2 paragraphs, %3 characters</translation>
    </message>
    <message>
        <source>单击展开</source>
        <translation>Click to unfold</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>新按键</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>按下新的键</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore Default</translation>
    </message>
    <message>
        <source>改归此命令</source>
        <translation>Take It Over</translation>
    </message>
    <message>
        <source>保持不变</source>
        <translation>Leave It</translation>
    </message>
    <message>
        <source>添加按键：</source>
        <translation>Add a key:</translation>
    </message>
    <message>
        <source>没有按键</source>
        <translation>no keys</translation>
    </message>
    <message>
        <source>正文输入框自己认得这个键，不能去掉</source>
        <translation>Text fields obey this key by themselves; it cannot be removed</translation>
    </message>
    <message>
        <source>去掉 {0}</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>左手单手</source>
        <translation>Left hand only</translation>
    </message>
    <message>
        <source>认不出这个键。</source>
        <translation>This key is not recognised.</translation>
    </message>
    <message>
        <source>{key} 要用来打字。请用功能键，或加上 Ctrl、Alt。</source>
        <translation>{key} is needed for typing. Use a function key, or add Ctrl or Alt.</translation>
    </message>
    <message>
        <source>{key} 要用来在正文里移动、换行或删字。</source>
        <translation>{key} is needed in the text to move, to break lines or to delete.</translation>
    </message>
    <message>
        <source>{key} 在所有输入框里都另有用处。</source>
        <translation>{key} already has a use in every text field.</translation>
    </message>
    <message>
        <source>{key} 要用来打开菜单。</source>
        <translation>{key} is needed to open menus.</translation>
    </message>
    <message>
        <source>{key} 由系统或输入法占用。</source>
        <translation>{key} belongs to the desktop or its input method.</translation>
    </message>
    <message>
        <source>列表里的单键只能是一个字母、数字或符号，不加 Ctrl、Alt、Shift。</source>
        <translation>In the list a key is one letter, digit or sign, without Ctrl, Alt or Shift.</translation>
    </message>
    <message>
        <source>更改按键</source>
        <translation>Change keys</translation>
    </message>
    <message>
        <source>或按下一个键来查找</source>
        <translation>or press a key to find it</translation>
    </message>
    <message>
        <source>按键方案：</source>
        <translation>Set of keys:</translation>
    </message>
    <message>
        <source>从文件读入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>存为文件…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>全部恢复默认</source>
        <translation>Restore All Defaults</translation>
    </message>
    <message>
        <source>按名称或拼音首字母查找</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>按名称查找</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>{0}（问题列表）</source>
        <translation>{0} (list of findings)</translation>
    </message>
    <message>
        <source>已经有 {0} 了。</source>
        <translation>It has {0} already.</translation>
    </message>
    <message>
        <source>一个命令最多 {0} 个键，请先去掉一个。</source>
        <translation>A command can have {0} keys at most; remove one first.</translation>
    </message>
    <message>
        <source>{0} 现在属于“{1}”。</source>
        <translation>{0} belongs to “{1}” now.</translation>
    </message>
    <message>
        <source>已添加 {0}</source>
        <translation>{0} was added</translation>
    </message>
    <message>
        <source>已去掉 {0}</source>
        <translation>{0} was removed</translation>
    </message>
    <message>
        <source>已恢复默认</source>
        <translation>The default is restored</translation>
    </message>
    <message>
        <source>读入按键</source>
        <translation>Import keys</translation>
    </message>
    <message>
        <source>按键文件 (*.json)</source>
        <translation>Key files (*.json)</translation>
    </message>
    <message>
        <source>{0} 不是按键文件，或读不出来。</source>
        <translation>{0} is not a key file, or cannot be read.</translation>
    </message>
    <message>
        <source>已读入 {0}</source>
        <translation>{0} was imported</translation>
    </message>
    <message>
        <source>保存按键</source>
        <translation>Export keys</translation>
    </message>
    <message>
        <source>无法写入 {0}：{1}</source>
        <translation>{0} could not be written: {1}</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>{0} was saved</translation>
    </message>
</context>
<context>
    <name>KeysTree</name>
    <message>
        <source>命令与按键</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>方案原有</source>
        <translation>In the set</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>问题列表中的单键</source>
        <translation>Single keys in the list of findings</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>尚未检查</source>
        <translation>not checked yet</translation>
    </message>
    <message>
        <source>未发现问题</source>
        <translation>nothing found</translation>
    </message>
    <message>
        <source>正在统计…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>{total} 处均已判定</source>
        <translation>All {total} decided</translation>
    </message>
    <message>
        <source>未决 {open} / {total}</source>
        <translation>{open}/{total} open</translation>
    </message>
    <message>
        <source>重复 {share}</source>
        <translation>copied {share}</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>每千字 {count} 处问题</source>
        <translation>{count} findings per 1,000 characters</translation>
    </message>
    <message>
        <source>已判定 {share}</source>
        <translation>{share} decided</translation>
    </message>
    <message>
        <source> · 待办 {count}</source>
        <translation> · {count} to do</translation>
    </message>
    <message>
        <source>标签：{tags}</source>
        <translation>Tags: {tags}</translation>
    </message>
    <message>
        <source>最近处理：{time}</source>
        <translation>Last worked on: {time}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>更早的文稿</source>
        <translation>Earlier documents</translation>
    </message>
    <message>
        <source>无标签</source>
        <translation>No tags</translation>
    </message>
    <message>
        <source>{documents} 篇 · 审毕 {done} · 未决 {open}</source>
        <translation>Documents {documents} · done {done} · open {open}</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>打开文件</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>文本文件 (*.txt);;所有文件 (*)</source>
        <translation>Text files (*.txt);;All files (*)</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open a folder</translation>
    </message>
    <message>
        <source>{name} 等 {count} 项</source>
        <translation>{name} and others ({count})</translation>
    </message>
    <message>
        <source>有文件未能打开</source>
        <translation>Some files could not be opened</translation>
    </message>
    <message numerus="yes">
        <source>%n 个文件未能打开，其余文件不受影响。</source>
        <translation>
            <numerusform>%n file could not be opened; the others are not affected.</numerusform>
            <numerusform>%n files could not be opened; the others are not affected.</numerusform>
        </translation>
    </message>
    <message>
        <source>从文稿库移除</source>
        <translation>Remove from the library</translation>
    </message>
    <message numerus="yes">
        <source>移除 %n 份文稿？判定和批注仍保存在库中；重新打开原文件即可恢复。源文件不受影响。</source>
        <translation>
            <numerusform>Remove %n document? Its decisions and notes stay in the library; opening the file again brings it back. Source files are not touched.</numerusform>
            <numerusform>Remove %n documents? Their decisions and notes stay in the library; opening the files again brings them back. Source files are not touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryFilterBar</name>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>全部显示</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>筛选文稿</source>
        <translation>Filter documents</translation>
    </message>
    <message>
        <source>名称、路径、标签、状态</source>
        <translation>Name, path, tags, status</translation>
    </message>
    <message>
        <source>文稿排序</source>
        <translation>Order of documents</translation>
    </message>
    <message>
        <source>文稿分组</source>
        <translation>Grouping of documents</translation>
    </message>
    <message>
        <source>从文稿库移除</source>
        <translation>Remove from the library</translation>
    </message>
    <message>
        <source>从文稿库移除（源文件不受影响）</source>
        <translation>Remove from the library (source files are not touched)</translation>
    </message>
    <message>
        <source>加入先后</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>未决多少</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>问题密度</source>
        <translation>Damage</translation>
    </message>
    <message>
        <source>重复多少</source>
        <translation>Repeats</translation>
    </message>
    <message>
        <source>篇幅长短</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>最近处理</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>Flat</translation>
    </message>
    <message>
        <source>按批次</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>按状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>按标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>按状态和标签筛选</source>
        <translation>Filter by status and tags</translation>
    </message>
    <message>
        <source>只显示：{0}</source>
        <translation>Only: {0}</translation>
    </message>
</context>
<context>
    <name>LibraryHits</name>
    <message>
        <source>全部文稿中的“{0}”</source>
        <translation>“{0}” in all documents</translation>
    </message>
    <message>
        <source>替换勾选的文稿</source>
        <translation>Replace in ticked documents</translation>
    </message>
    <message>
        <source>共 {0} 处，{1} 篇</source>
        <translation>{0} hits in {1} documents</translation>
    </message>
    <message>
        <source>，还有 {0} 篇待查</source>
        <translation>, {0} documents to go</translation>
    </message>
    <message>
        <source>；只列出前 {0} 处</source>
        <translation>; the first {0} are listed</translation>
    </message>
</context>
<context>
    <name>LibraryListController</name>
    <message>
        <source>列表所示文稿都已处理；其余文稿被筛选隐藏。</source>
        <translation>All documents shown are dealt with; the filter hides others.</translation>
    </message>
    <message>
        <source>所有文稿都已处理。</source>
        <translation>All documents are dealt with.</translation>
    </message>
    <message>
        <source>《{title}》：未决 {open} 处</source>
        <translation>{title}: {open} open</translation>
    </message>
    <message>
        <source>本篇已全部判定，其他文稿也已处理。</source>
        <translation>All findings here are decided, and no other document needs work.</translation>
    </message>
    <message>
        <source>本篇已全部判定。按 {key} 转到下一篇待审文稿。</source>
        <translation>All findings here are decided. {key} goes to the next document to review.</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>%n 份文稿</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>没有相符的文稿</source>
        <translation>No matching documents</translation>
    </message>
    <message>
        <source>未决 {open}</source>
        <translation>{open} open</translation>
    </message>
    <message>
        <source>审毕 {done}</source>
        <translation>{done} done</translation>
    </message>
    <message>
        <source>文稿库还是空的</source>
        <translation>The library is empty</translation>
    </message>
    <message>
        <source>拖入文件或点“打开”。源文件不会被改动。</source>
        <translation>Drop files here or press Open. Source files are never changed.</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>看看示例文稿</source>
        <translation>Try the samples</translation>
    </message>
    <message>
        <source>文稿库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>文稿列表</source>
        <translation>List of documents</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>审校</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeats</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>待办 {count}</source>
        <translation>{count} to do</translation>
    </message>
</context>
<context>
    <name>MapStrip</name>
    <message>
        <source>全文概览</source>
        <translation>Map of the text</translation>
    </message>
    <message>
        <source>全文概览：左列为重复段落，右列为各类问题；点击跳转</source>
        <translation>Map of the text: repeats on the left, findings on the right; click to go there</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>重复图谱</source>
        <translation>Map of Repeats</translation>
    </message>
    <message>
        <source>文稿库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>单篇</source>
        <translation>One document</translation>
    </message>
    <message>
        <source>对照选中的重复</source>
        <translation>Compare the chosen copies</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message numerus="yes">
        <source>%n 篇文稿</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>其中 %n 篇有重复</source>
        <translation>
            <numerusform>%n with repeats</numerusform>
            <numerusform>%n with repeats</numerusform>
        </translation>
    </message>
    <message>
        <source>颜色越深，这一行的文稿与那一列重复越多；斜线是篇内重复</source>
        <translation>the darker, the more of the row&apos;s document stands in the column&apos;s; hatched: within one document</translation>
    </message>
    <message>
        <source>文稿库重复矩阵</source>
        <translation>Matrix of repeats in the library</translation>
    </message>
    <message>
        <source>下面的列表逐对列出同样的内容</source>
        <translation>The list below names each pair of documents</translation>
    </message>
    <message>
        <source>有重复的文稿，逐对</source>
        <translation>Pairs of documents that share text</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>文件不存在</source>
        <translation>there is no such file</translation>
    </message>
    <message>
        <source>是文件夹，不是文件</source>
        <translation>is a folder, not a file</translation>
    </message>
    <message>
        <source>是设备或管道，不是文件</source>
        <translation>is a device or a pipe, not a file</translation>
    </message>
    <message>
        <source>系统不允许读取</source>
        <translation>the system does not allow reading it</translation>
    </message>
    <message>
        <source>文件过大</source>
        <translation>is too large</translation>
    </message>
    <message>
        <source>读取时文件正被别的程序修改</source>
        <translation>was being changed by another program</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>is empty</translation>
    </message>
    <message>
        <source>文件中只有空白</source>
        <translation>has nothing but blanks</translation>
    </message>
    <message>
        <source>暂不支持这种格式</source>
        <translation>is in a format that is not supported yet</translation>
    </message>
    <message>
        <source>不是文本文件</source>
        <translation>is no text file</translation>
    </message>
    <message>
        <source>无法识别文字编码</source>
        <translation>no known encoding gives a text</translation>
    </message>
    <message>
        <source>文件太多，只打开了一部分</source>
        <translation>has too many files; some were left out</translation>
    </message>
    <message>
        <source>不是有效的正则表达式</source>
        <translation>No valid regular expression</translation>
    </message>
    <message>
        <source>这个表达式查找太慢</source>
        <translation>This expression takes too long</translation>
    </message>
    <message>
        <source>文稿库已在另一个窗口中打开，请先关闭那个窗口。</source>
        <translation>The library is open in another window. Close that one first.</translation>
    </message>
    <message>
        <source>文稿库由较新版本的程序建立，请更新本程序。</source>
        <translation>A newer version of the program made this library. Please update.</translation>
    </message>
    <message>
        <source>此处的文件不是本程序的文稿库，没有改动它。</source>
        <translation>The file here is not a library of this program. It was not touched.</translation>
    </message>
    <message>
        <source>文稿库已损坏。请勿删除文件，可从备份恢复。</source>
        <translation>The library is damaged. Keep the file; it may be restored from a backup.</translation>
    </message>
    <message>
        <source>一篇文稿的内容与保存时不同，无法打开。</source>
        <translation>A text is not what was saved and cannot be opened.</translation>
    </message>
    <message>
        <source>无法写入文稿库（磁盘已满或没有权限）。此前的内容均已保存。</source>
        <translation>The library cannot be written (disk full or no permission). All before this is saved.</translation>
    </message>
</context>
<context>
    <name>NoDocument</name>
    <message>
        <source>没有打开的文稿</source>
        <translation>No document is open</translation>
    </message>
    <message>
        <source>在左侧点选文稿即可打开；“文件”菜单里可恢复关闭的标签页。</source>
        <translation>Choose a document on the left; a closed tab can be reopened in the File menu.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>添加批注</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>写下批注；Ctrl+回车保存，Esc 取消</source>
        <translation>Write a note; Ctrl+Enter saves, Esc cancels</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>批注内容</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>写下批注；Ctrl+回车保存，Esc 还原</source>
        <translation>Write a note; Ctrl+Enter saves, Esc restores</translation>
    </message>
    <message>
        <source>批注标签</source>
        <translation>Label of the note</translation>
    </message>
    <message>
        <source>标签：自拟的短语，按它筛选批注</source>
        <translation>Label: a short text of your own; notes are filtered by it</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>这条批注要办的事；办完后在列表里勾选</source>
        <translation>Something to do; tick it off in the list when it is done</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>（未写内容）</source>
        <translation>(nothing written)</translation>
    </message>
    <message>
        <source>黄色</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>绿色</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>蓝色</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>粉色</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>紫色</source>
        <translation>Purple</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>位置已失</source>
        <translation>place lost</translation>
    </message>
    <message>
        <source>第 {paragraph} 段</source>
        <translation>paragraph {paragraph}</translation>
    </message>
    <message>
        <source>「{words}」</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>NotesFilterBar</name>
    <message>
        <source>查找批注、标签、原文</source>
        <translation>Search notes, labels, text</translation>
    </message>
    <message>
        <source>查找批注</source>
        <translation>Search notes</translation>
    </message>
    <message>
        <source>筛选批注</source>
        <translation>Filter notes</translation>
    </message>
    <message>
        <source>批注范围</source>
        <translation>Whose notes</translation>
    </message>
    <message>
        <source>本篇</source>
        <translation>This document</translation>
    </message>
    <message>
        <source>全部文稿</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>全部批注</source>
        <translation>All notes</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>位置已失</source>
        <translation>place lost</translation>
    </message>
    <message>
        <source>标签：{label}</source>
        <translation>Label: {label}</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message numerus="yes">
        <source>%n 条批注</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>{all}，列出 {shown} 条</source>
        <translation>{all}, {shown} listed</translation>
    </message>
    <message>
        <source>{notes} · 待办 {tasks}</source>
        <translation>{notes} · {tasks} to do</translation>
    </message>
    <message>
        <source>显示全部批注</source>
        <translation>Show all notes</translation>
    </message>
    <message>
        <source>没有符合条件的批注</source>
        <translation>No note matches</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>批注列表</source>
        <translation>List of notes</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除这条批注</source>
        <translation>Delete this note</translation>
    </message>
    <message>
        <source>删除这条批注（可撤销）</source>
        <translation>Delete this note (can be undone)</translation>
    </message>
    <message>
        <source>在正文里选中一段文字，再点“批注”。</source>
        <translation>Select some text and press Note.</translation>
    </message>
    <message>
        <source>还没有批注</source>
        <translation>No notes yet</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>知道了</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>改动与存疑（{count} 处）</source>
        <translation>Changes and doubts ({count})</translation>
    </message>
    <message>
        <source>“{before}”改为“{after}”。{words}</source>
        <translation>“{before}” became “{after}”. {words}</translation>
    </message>
    <message>
        <source>删去“{before}”。{words}</source>
        <translation>“{before}” was removed. {words}</translation>
    </message>
    <message>
        <source>补入“{after}”。{words}</source>
        <translation>“{after}” was put in. {words}</translation>
    </message>
    <message>
        <source>“{before}”未定。{words}</source>
        <translation>“{before}” is open. {words}</translation>
    </message>
</context>
<context>
    <name>PreferencesController</name>
    <message>
        <source>不再提示“{0}”，可在“检查项目”中恢复</source>
        <translation>Not asked about again: {0}. “What Is Checked” brings it back.</translation>
    </message>
    <message>
        <source>已停用规则“{0}”，可在“检查项目”中恢复</source>
        <translation>Rule switched off: {0}. “What Is Checked” brings it back.</translation>
    </message>
</context>
<context>
    <name>PrintController</name>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>已导出：{0}</source>
        <translation>Exported: {0}</translation>
    </message>
    <message>
        <source>无法写入 {0}：{1}</source>
        <translation>{0} could not be written: {1}</translation>
    </message>
    <message>
        <source>已送往打印机：{0}</source>
        <translation>Sent to the printer: {0}</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print Preview</translation>
    </message>
    <message>
        <source>上一份还在排版，请稍候。</source>
        <translation>The document before is still being laid out; please wait.</translation>
    </message>
    <message>
        <source>未能打印：打印机或文件不接受页面。</source>
        <translation>Not printed: the printer or the file takes no pages.</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>正在排版…</source>
        <translation>Laying out the pages…</translation>
    </message>
    <message>
        <source>只看已排好的页</source>
        <translation>Show What Is Ready</translation>
    </message>
</context>
<context>
    <name>ReadingsTree</name>
    <message>
        <source>左</source>
        <translation>left</translation>
    </message>
    <message>
        <source>右</source>
        <translation>right</translation>
    </message>
    <message>
        <source>说法不一之处</source>
        <translation>Disagreements</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>哪一类、在哪里</source>
        <translation>What and where</translation>
    </message>
    <message>
        <source>哪一边</source>
        <translation>Side</translation>
    </message>
</context>
<context>
    <name>RecentController</name>
    <message>
        <source>（还没有）</source>
        <translation>(none yet)</translation>
    </message>
    <message>
        <source>清除列表(&amp;C)</source>
        <translation>&amp;Clear List</translation>
    </message>
    <message>
        <source>{0} 已不在原处，已从最近打开中去掉。</source>
        <translation>{0} is no longer there and was taken off the list.</translation>
    </message>
</context>
<context>
    <name>RepeatMap</name>
    <message>
        <source>“{title}”篇内有 {share} 重复出现（{count} 字）</source>
        <translation>{share} of “{title}” stands in it more than once ({count} characters)</translation>
    </message>
    <message>
        <source>“{title}”有 {share} 也见于“{other}”（{count} 字）</source>
        <translation>{share} of “{title}” stands in “{other}” too ({count} characters)</translation>
    </message>
    <message>
        <source>“{title}”与“{other}”没有重复</source>
        <translation>“{title}” and “{other}” share nothing</translation>
    </message>
    <message>
        <source>{title} → {other}</source>
        <translation>{title} → {other}</translation>
    </message>
    <message>
        <source>{title}（篇内）</source>
        <translation>{title} (within)</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>{first} 与 {second}</source>
        <translation>{first} and {second}</translation>
    </message>
    <message>
        <source>{family}：{first} 与 {second}，{count} 字，相似 {similarity}</source>
        <translation>{family}: {first} and {second}, {count} characters, {similarity} alike</translation>
    </message>
</context>
<context>
    <name>Repeats</name>
    <message>
        <source>完全相同</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>大同小异</source>
        <translation>nearly the same</translation>
    </message>
    <message>
        <source>次序不同</source>
        <translation>in another order</translation>
    </message>
    <message>
        <source>整篇相同</source>
        <translation>whole documents</translation>
    </message>
    <message>
        <source>连续重复</source>
        <translation>in a row</translation>
    </message>
    <message>
        <source>数字不一</source>
        <translation>Numbers differ</translation>
    </message>
    <message>
        <source>年份不一</source>
        <translation>Years differ</translation>
    </message>
    <message>
        <source>日期不一</source>
        <translation>Dates differ</translation>
    </message>
    <message>
        <source>地名不一</source>
        <translation>Places differ</translation>
    </message>
    <message>
        <source>肯定否定不一</source>
        <translation>One denies what the other says</translation>
    </message>
    <message>
        <source>名称不一</source>
        <translation>Names differ</translation>
    </message>
    <message>
        <source>遮盖不一</source>
        <translation>Masks differ</translation>
    </message>
    <message>
        <source>措辞不一</source>
        <translation>Wording differs</translation>
    </message>
    <message>
        <source>第 {number} 组 · {kind}</source>
        <translation>Family {number} · {kind}</translation>
    </message>
    <message>
        <source>相似 {similarity} · {members} 处 · 可省 {saved} 字</source>
        <translation>{similarity} alike · {members} passages · {saved} characters saved</translation>
    </message>
    <message>
        <source>{count} 处说法不一</source>
        <translation>{count} disagreements</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>{title} · 第 {paragraph} 段</source>
        <translation>{title} · paragraph {paragraph}</translation>
    </message>
    <message>
        <source>第 {paragraph} 段</source>
        <translation>paragraph {paragraph}</translation>
    </message>
    <message>
        <source>底本</source>
        <translation>original</translation>
    </message>
    <message>
        <source>建议保留</source>
        <translation>better kept</translation>
    </message>
    <message>
        <source>{reason} · {opening}</source>
        <translation>{reason} · {opening}</translation>
    </message>
    <message>
        <source>（原文读不出）</source>
        <translation>(cannot be read)</translation>
    </message>
    <message>
        <source>未命名文稿</source>
        <translation>Untitled</translation>
    </message>
</context>
<context>
    <name>RepeatsPanel</name>
    <message numerus="yes">
        <source>%n 组重复</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message>
        <source>可省 {count} 字</source>
        <translation>{count} characters saved</translation>
    </message>
    <message numerus="yes">
        <source>%n 处说法不一</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
    <message>
        <source>查看整个文稿库</source>
        <translation>Show the whole library</translation>
    </message>
    <message>
        <source>这份文稿没有重复段落</source>
        <translation>Nothing in this document repeats</translation>
    </message>
    <message>
        <source>检查过的文稿里，相同或相近的段落会列在这里，并指出说法不一之处。</source>
        <translation>Passages that stand twice are listed here, with the places where copies disagree.</translation>
    </message>
    <message>
        <source>没有重复段落</source>
        <translation>Nothing repeats</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeats</translation>
    </message>
    <message>
        <source>重复段落</source>
        <translation>Repeated passages</translation>
    </message>
    <message>
        <source>当前文稿</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>整个文稿库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>已排除</source>
        <translation>Not copies</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>对照选中的一组重复</source>
        <translation>Compare the chosen copies</translation>
    </message>
    <message>
        <source>并排对照各份副本，逐处看差异（双击或回车）</source>
        <translation>See copies side by side with all differences (double click or Enter)</translation>
    </message>
    <message>
        <source>仍是重复</source>
        <translation>Copies after all</translation>
    </message>
    <message>
        <source>把选中的一组重新列为重复</source>
        <translation>List the chosen family as copies again</translation>
    </message>
    <message>
        <source>收回“不是重复”的判断（可撤销）</source>
        <translation>Take back that these are no copies (can be undone)</translation>
    </message>
    <message>
        <source>删去这一处</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删去选中的这一处重复</source>
        <translation>Delete the selected copy</translation>
    </message>
    <message>
        <source>从文稿正文中删去选中的段落（可撤销）</source>
        <translation>Delete the selected passage from the text (can be undone)</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message numerus="yes">
        <source>采纳本组 %n 处(&amp;A)</source>
        <translation>
            <numerusform>&amp;Accept %n in This Group</numerusform>
            <numerusform>&amp;Accept %n in This Group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>驳回本组 %n 处(&amp;R)</source>
        <translation>
            <numerusform>&amp;Reject %n in This Group</numerusform>
            <numerusform>&amp;Reject %n in This Group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>本组 %n 处以后再看(&amp;L)</source>
        <translation>
            <numerusform>&amp;Later: %n in This Group</numerusform>
            <numerusform>&amp;Later: %n in This Group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>检查项目</source>
        <translation>What is checked</translation>
    </message>
    <message>
        <source>显示的类型</source>
        <translation>Kinds that are shown</translation>
    </message>
    <message>
        <source>停用的规则和文字</source>
        <translation>Rules and texts that are off</translation>
    </message>
    <message>
        <source>规则 {0}</source>
        <translation>Rule {0}</translation>
    </message>
    <message>
        <source>显示哪些类型的问题：</source>
        <translation>Show these kinds of findings:</translation>
    </message>
    <message>
        <source>不再提示的规则和文字（取消勾选即恢复）：</source>
        <translation>Off for good (clear the tick to bring one back):</translation>
    </message>
</context>
<context>
    <name>SeenController</name>
    <message>
        <source>《{new}》约 {share} 与文稿库中的《{known}》相同。</source>
        <translation>About {share} of {new} stands in {known} of the library.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>检查未能完成：{0}</source>
        <translation>The check could not be finished: {0}</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>审校 {0}
查找讲话稿中的乱码与重复，逐处判定，导出清稿。</source>
        <translation>Reviewer {0}
Finds damage and repeats in speech manuscripts, lets you decide, exports clean text.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the desktop</translation>
    </message>
    <message>
        <source>明暗</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>明亮</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>正文字体</source>
        <translation>Font of the text</translation>
    </message>
    <message>
        <source>正文字号</source>
        <translation>Size of the text</translation>
    </message>
    <message>
        <source>正文行宽</source>
        <translation>Row length</translation>
    </message>
    <message>
        <source>窄（34 字）</source>
        <translation>Narrow (34 characters)</translation>
    </message>
    <message>
        <source>适中（46 字）</source>
        <translation>Medium (46 characters)</translation>
    </message>
    <message>
        <source>宽（60 字）</source>
        <translation>Wide (60 characters)</translation>
    </message>
    <message>
        <source>与窗口同宽</source>
        <translation>As wide as the window</translation>
    </message>
    <message>
        <source>正文行距</source>
        <translation>Line spacing</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Tight</translation>
    </message>
    <message>
        <source>适中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>宽松</source>
        <translation>Loose</translation>
    </message>
    <message>
        <source>审校</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>判定后跳到下一处</source>
        <translation>Move on after a decision</translation>
    </message>
    <message>
        <source>显示存疑建议</source>
        <translation>Show suggestions</translation>
    </message>
    <message>
        <source>把握不足一半的问题，平时不显示</source>
        <translation>Findings that are less than half sure; hidden as a rule</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>系统默认</source>
        <translation>As the desktop</translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message>
        <source>这份文稿是一篇讲话，没有可拆分的部分。</source>
        <translation>This document is one speech; there is nothing to split.</translation>
    </message>
    <message>
        <source>拆分文稿汇编</source>
        <translation>Split a collection</translation>
    </message>
    <message numerus="yes">
        <source>拆分为 %n 篇，每篇单独审校？</source>
        <translation>
            <numerusform>Split into %n speech, to be reviewed by itself?</numerusform>
            <numerusform>Split into %n speeches, each to be reviewed by itself?</numerusform>
        </translation>
    </message>
    <message>
        <source>汇编本身移出文稿库，重新打开原文件即可恢复。</source>
        <translation>The collection leaves the library; open its file again to have it back.</translation>
    </message>
    <message>
        <source>各篇取自原文，在汇编中所作的修改不带入。</source>
        <translation>The speeches are taken from the source text, without the changes made in the collection.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>未决 {0} 处</source>
        <translation>{0} open</translation>
    </message>
    <message>
        <source>重复 {0}</source>
        <translation>repeated {0}</translation>
    </message>
    <message>
        <source>把握 {0:.0%}</source>
        <translation>sure {0:.0%}</translation>
    </message>
    <message>
        <source>，也可能是 {0}</source>
        <translation>, or {0}</translation>
    </message>
    <message>
        <source>（文字已改，尚未重新检查）</source>
        <translation> (text changed, not checked again yet)</translation>
    </message>
    <message>
        <source>已保存 {0:%H:%M:%S}</source>
        <translation>saved {0:%H:%M:%S}</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>采纳</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>改写后采纳</source>
        <translation>accept an edited repair</translation>
    </message>
    <message>
        <source>以后再看</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>取消判定</source>
        <translation>take a decision back</translation>
    </message>
    <message>
        <source>修改正文</source>
        <translation>type</translation>
    </message>
    <message>
        <source>删去重复</source>
        <translation>delete a copy</translation>
    </message>
    <message>
        <source>繁简转换</source>
        <translation>convert the script</translation>
    </message>
    <message>
        <source>替换文字</source>
        <translation>replace words</translation>
    </message>
    <message>
        <source>不是重复</source>
        <translation>no copies</translation>
    </message>
    <message>
        <source>仍是重复</source>
        <translation>copies after all</translation>
    </message>
    <message>
        <source>添加批注</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>修改批注</source>
        <translation>change a note</translation>
    </message>
    <message>
        <source>设为待办</source>
        <translation>Make it a to-do</translation>
    </message>
    <message>
        <source>完成待办</source>
        <translation>To-do done</translation>
    </message>
    <message>
        <source>删除批注</source>
        <translation>delete a note</translation>
    </message>
    <message>
        <source>{name}（{count} 处）</source>
        <translation>{name} ({count} places)</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>新标签</source>
        <translation>New tag</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message numerus="yes">
        <source>%n 份文稿的标签：</source>
        <translation>
            <numerusform>Tags of %n document:</numerusform>
            <numerusform>Tags of %n documents:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ThreeViews</name>
    <message>
        <source>原稿</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>审校稿</source>
        <translation>Marked</translation>
    </message>
    <message>
        <source>清稿</source>
        <translation>Clean</translation>
    </message>
</context>
</TS>
