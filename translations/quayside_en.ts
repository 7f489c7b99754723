<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
 <context>
  <name>quayside::models::BuildFacts</name>
  <message numerus="yes">
   <source>%1 and %n more</source>
   <translation>
    <numerusform>%1 and %n more</numerusform>
    <numerusform>%1 and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContextTree</name>
  <message numerus="yes">
   <source>A part of %1 is left out: %n file(s) go to the build.</source>
   <translation>
    <numerusform>A part of %1 is left out: %n file goes to the build.</numerusform>
    <numerusform>A part of %1 is left out: %n files go to the build.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%1: %n file(s).</source>
   <translation>
    <numerusform>%1: %n file.</numerusform>
    <numerusform>%1: %n files.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n file(s), %1, go to the build</source>
   <translation>
    <numerusform>%n file, %1, goes to the build</numerusform>
    <numerusform>%n files, %1, go to the build</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>More than %n file(s), %1, go to the build</source>
   <translation>
    <numerusform>More than %n file, %1, go to the build</numerusform>
    <numerusform>More than %n files, %1, go to the build</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entry(s) left out</source>
   <translation>
    <numerusform>%n entry left out</numerusform>
    <numerusform>%n entries left out</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImageModel</name>
  <message numerus="yes">
   <source>%n image(s)</source>
   <translation>
    <numerusform>%n image</numerusform>
    <numerusform>%n images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n name(s)</source>
   <translation>
    <numerusform>%n name</numerusform>
    <numerusform>%n names</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n container</numerusform>
    <numerusform>%n containers</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SavingOperation</name>
  <message numerus="yes">
   <source>Save %n image(s)</source>
   <translation>
    <numerusform>Save %n image</numerusform>
    <numerusform>Save %n images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Text</name>
  <message numerus="yes">
   <source>%n s ago</source>
   <translation>
    <numerusform>%n s ago</numerusform>
    <numerusform>%n s ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min ago</source>
   <translation>
    <numerusform>%n min ago</numerusform>
    <numerusform>%n min ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h ago</source>
   <translation>
    <numerusform>%n h ago</numerusform>
    <numerusform>%n h ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>%n day ago</numerusform>
    <numerusform>%n days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n s</source>
   <translation>
    <numerusform>%n s</numerusform>
    <numerusform>%n s</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n min</numerusform>
    <numerusform>%n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n h</numerusform>
    <numerusform>%n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%1 and %n more</source>
   <translation>
    <numerusform>%1 and %n more</numerusform>
    <numerusform>%1 and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TransferOperation</name>
  <message numerus="yes">
   <source>%1 of %n layer(s)</source>
   <translation>
    <numerusform>%1 of %n layer</numerusform>
    <numerusform>%1 of %n layers</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::language::DockerfileLanguage</name>
  <message numerus="yes">
   <source>Line %1, with %n instruction(s).</source>
   <translation>
    <numerusform>Line %1, with %n instruction.</numerusform>
    <numerusform>Line %1, with %n instructions.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildActions</name>
  <message numerus="yes">
   <source>%n record(s) are being removed.</source>
   <translation>
    <numerusform>%n record is being removed.</numerusform>
    <numerusform>%n records are being removed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildDetails</name>
  <message numerus="yes">
   <source>%1 of %n step(s) from the cache</source>
   <translation>
    <numerusform>%1 of %n step from the cache</numerusform>
    <numerusform>%1 of %n steps from the cache</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildForm</name>
  <message numerus="yes">
   <source>%n stage(s)</source>
   <translation>
    <numerusform>%n stage</numerusform>
    <numerusform>%n stages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildGutter</name>
  <message numerus="yes">
   <source>%1 of %n instruction(s) came from the cache.</source>
   <translation>
    <numerusform>%1 of %n instruction came from the cache.</numerusform>
    <numerusform>%1 of %n instructions came from the cache.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The next build runs %n instruction(s) again.</source>
   <translation>
    <numerusform>The next build runs %n instruction again.</numerusform>
    <numerusform>The next build runs %n instructions again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildHistory</name>
  <message numerus="yes">
   <source>%n instruction(s) are only in one of them.</source>
   <translation>
    <numerusform>%n instruction is only in one of them.</numerusform>
    <numerusform>%n instructions are only in one of them.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildPanel</name>
  <message numerus="yes">
   <source>the next build runs %n instruction(s) again</source>
   <translation>
    <numerusform>the next build runs %n instruction again</numerusform>
    <numerusform>the next build runs %n instructions again</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardsView</name>
  <message numerus="yes">
   <source>… and %n more</source>
   <translation>
    <numerusform>… and %n more</numerusform>
    <numerusform>… and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerActions</name>
  <message numerus="yes">
   <source>Remove %n container(s)?</source>
   <translation>
    <numerusform>Remove %n container?</numerusform>
    <numerusform>Remove %n containers?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) are being removed.</source>
   <translation>
    <numerusform>%n container is being removed.</numerusform>
    <numerusform>%n containers are being removed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Stop and remove %n container(s)?</source>
   <translation>
    <numerusform>Stop and remove %n container?</numerusform>
    <numerusform>Stop and remove %n containers?</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerDetails</name>
  <message numerus="yes">
   <source>%n time(s)</source>
   <translation>
    <numerusform>%n time</numerusform>
    <numerusform>%n times</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskView</name>
  <message numerus="yes">
   <source>%n image(s)</source>
   <translation>
    <numerusform>%n image</numerusform>
    <numerusform>%n images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n container</numerusform>
    <numerusform>%n containers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n volume(s)</source>
   <translation>
    <numerusform>%n volume</numerusform>
    <numerusform>%n volumes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Cache of builds, %n step(s)</source>
   <translation>
    <numerusform>Cache of builds, %n step</numerusform>
    <numerusform>Cache of builds, %n steps</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilesPane</name>
  <message numerus="yes">
   <source>%n file(s) and folders</source>
   <translation>
    <numerusform>%n file or folder</numerusform>
    <numerusform>%n files and folders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FindBar</name>
  <message numerus="yes">
   <source>%n match(es)</source>
   <translation>
    <numerusform>%n match</numerusform>
    <numerusform>%n matches</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n replaced</source>
   <translation>
    <numerusform>%n replaced</numerusform>
    <numerusform>%n replaced</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::GraphView</name>
  <message numerus="yes">
   <source>%n instruction(s)</source>
   <translation>
    <numerusform>%n instruction</numerusform>
    <numerusform>%n instructions</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageActions</name>
  <message numerus="yes">
   <source>%1: used by %n container(s)</source>
   <translation>
    <numerusform>%1: used by %n container</numerusform>
    <numerusform>%1: used by %n containers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n image(s) are being removed.</source>
   <translation>
    <numerusform>%n image is being removed.</numerusform>
    <numerusform>%n images are being removed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageDetails</name>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n container</numerusform>
    <numerusform>%n containers</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageFilesPane</name>
  <message numerus="yes">
   <source>The first %n found</source>
   <translation>
    <numerusform>The first %n found</numerusform>
    <numerusform>The first %n found</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n found</numerusform>
    <numerusform>%n found</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogPane</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%1 · not following · %n new</source>
   <translation>
    <numerusform>%1 · not following · %n new</numerusform>
    <numerusform>%1 · not following · %n new</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MainWindow</name>
  <message numerus="yes">
   <source>%n operation(s) under way</source>
   <translation>
    <numerusform>%n operation under way</numerusform>
    <numerusform>%n operations under way</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n operation(s) failed</source>
   <translation>
    <numerusform>%n operation failed</numerusform>
    <numerusform>%n operations failed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open shell(s) end.</source>
   <translation>
    <numerusform>%n open shell ends.</numerusform>
    <numerusform>%n open shells end.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>· %1 of %n container(s) running</source>
   <translation>
    <numerusform>· %1 of %n container running</numerusform>
    <numerusform>· %1 of %n containers running</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkActions</name>
  <message numerus="yes">
   <source>%n network(s) are being removed.</source>
   <translation>
    <numerusform>%n network is being removed.</numerusform>
    <numerusform>%n networks are being removed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkDetails</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PackagesPane</name>
  <message numerus="yes">
   <source>%n package(s)</source>
   <translation>
    <numerusform>%n package</numerusform>
    <numerusform>%n packages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ProcessesPane</name>
  <message numerus="yes">
   <source>%n process(es), numbered as on this computer</source>
   <translation>
    <numerusform>%n process, numbered as on this computer</numerusform>
    <numerusform>%n processes, numbered as on this computer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PruneDialog</name>
  <message numerus="yes">
   <source>Remove %n</source>
   <translation>
    <numerusform>Remove %n</numerusform>
    <numerusform>Remove %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryBrowser</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RowActions</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StatsPane</name>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n process</numerusform>
    <numerusform>%n processes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StudioPage</name>
  <message numerus="yes">
   <source>%n file(s) that were not saved are back, as you left them.</source>
   <translation>
    <numerusform>%n file that was not saved is back, as you left it.</numerusform>
    <numerusform>%n files that were not saved are back, as you left them.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeActions</name>
  <message numerus="yes">
   <source>Remove %n volume(s)?</source>
   <translation>
    <numerusform>Remove %n volume?</numerusform>
    <numerusform>Remove %n volumes?</numerusform>
   </translation>
  </message>
 </context>
</TS>
