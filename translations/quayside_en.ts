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
  <name>quayside::models::ConditionCheck</name>
  <message numerus="yes">
   <source>%1 was restarted %n time(s).</source>
   <translation>
    <numerusform>%1 was restarted %n time.</numerusform>
    <numerusform>%1 was restarted %n times.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n process(es) in %1 are “%2”.</source>
   <translation>
    <numerusform>%n process in %1 is “%2”.</numerusform>
    <numerusform>%n processes in %1 are “%2”.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The image %1 has %n layer(s).</source>
   <translation>
    <numerusform>The image %1 has %n layer.</numerusform>
    <numerusform>The image %1 has %n layers.</numerusform>
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
  <name>quayside::models::Death</name>
  <message numerus="yes">
   <source>It did not end within %n second(s) of %1, and was killed: what it had not saved is lost.</source>
   <translation>
    <numerusform>It did not end within %n second of %1, and was killed: what it had not saved is lost.</numerusform>
    <numerusform>It did not end within %n seconds of %1, and was killed: what it had not saved is lost.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Diagnostics</name>
  <message numerus="yes">
   <source>(%n byte(s))</source>
   <translation>
    <numerusform>(%n byte)</numerusform>
    <numerusform>(%n bytes)</numerusform>
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
  <name>quayside::models::LaunchChanges</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::NetworkMap</name>
  <message numerus="yes">
   <source>%n container(s) use this computer&apos;s own interfaces and ports.</source>
   <translation>
    <numerusform>%n container uses this computer&apos;s own interfaces and ports.</numerusform>
    <numerusform>%n containers use this computer&apos;s own interfaces and ports.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) have no network at all.</source>
   <translation>
    <numerusform>%n container has no network at all.</numerusform>
    <numerusform>%n containers have no network at all.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The network %1: %n container(s) reach each other in it.</source>
   <translation>
    <numerusform>The network %1: %n container is in it.</numerusform>
    <numerusform>The network %1: %n containers reach each other in it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>+%n more</source>
   <translation>
    <numerusform>+%n more</numerusform>
    <numerusform>+%n more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more container(s) of %1. Return shows all of them.</source>
   <translation>
    <numerusform>%n more container of %1. Return shows all of them.</numerusform>
    <numerusform>%n more containers of %1. Return shows all of them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not running</source>
   <translation>
    <numerusform>%n not running</numerusform>
    <numerusform>%n not running</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Notices</name>
  <message numerus="yes">
   <source>%n times within a minute, the last time: %1</source>
   <translation>
    <numerusform>%n time within a minute, the last time: %1</numerusform>
    <numerusform>%n times within a minute, the last time: %1</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RecreatePlan</name>
  <message numerus="yes">
   <source>%n file(s) or folder(s) that it changed outside of volumes and mounted folders</source>
   <translation>
    <numerusform>%n file or folder that it changed outside of volumes and mounted folders</numerusform>
    <numerusform>%n files or folders that it changed outside of volumes and mounted folders</numerusform>
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
  <name>quayside::models::TidyOperation</name>
  <message numerus="yes">
   <source>%n thing(s) removed</source>
   <translation>
    <numerusform>%n thing removed</numerusform>
    <numerusform>%n things removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them could not be removed: %1</source>
   <translation>
    <numerusform>%n of them could not be removed: %1</numerusform>
    <numerusform>%n of them could not be removed: %1</numerusform>
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
  <name>quayside::models::XrayBeside</name>
  <message numerus="yes">
   <source>%n that are not listed</source>
   <translation>
    <numerusform>%n that is not listed</numerusform>
    <numerusform>%n that are not listed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n in all</source>
   <comment>processes</comment>
   <translation>
    <numerusform>%n in all</numerusform>
    <numerusform>%n in all</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayNodes</name>
  <message numerus="yes">
   <source>%n interface(s)</source>
   <translation>
    <numerusform>%n interface</numerusform>
    <numerusform>%n interfaces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%1 is a folder, merged from %n layer(s).</source>
   <translation>
    <numerusform>%1 is a folder, from %n layer.</numerusform>
    <numerusform>%1 is a folder, merged from %n layers.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of its own</source>
   <translation>
    <numerusform>%n of its own</numerusform>
    <numerusform>%n of its own</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thread(s)</source>
   <translation>
    <numerusform>%n thread</numerusform>
    <numerusform>%n threads</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n process(es) that are not listed</source>
   <translation>
    <numerusform>%n process that is not listed</numerusform>
    <numerusform>%n processes that are not listed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n refused</source>
   <translation>
    <numerusform>%n refused</numerusform>
    <numerusform>%n refused</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n process</numerusform>
    <numerusform>%n processes</numerusform>
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
  <message numerus="yes">
   <source>A compose.yaml of %n container(s) is in the clipboard.</source>
   <translation>
    <numerusform>A compose.yaml of %n container is in the clipboard.</numerusform>
    <numerusform>A compose.yaml of %n containers is in the clipboard.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Stop %n container(s)?</source>
   <translation>
    <numerusform>Stop %n container?</numerusform>
    <numerusform>Stop %n containers?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Restart %n container(s)?</source>
   <translation>
    <numerusform>Restart %n container?</numerusform>
    <numerusform>Restart %n containers?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Kill %n container(s)?</source>
   <translation>
    <numerusform>Kill %n container?</numerusform>
    <numerusform>Kill %n containers?</numerusform>
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
  <name>quayside::ui::ContainersPage</name>
  <message numerus="yes">
   <source>%1 · %2 of %n running</source>
   <comment>title of a group</comment>
   <translation>
    <numerusform>%1 · %2 of %n running</numerusform>
    <numerusform>%1 · %2 of %n running</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DeathBox</name>
  <message numerus="yes">
   <source>It was started again %n time(s) by its restart policy.</source>
   <translation>
    <numerusform>It was started again %n time by its restart policy.</numerusform>
    <numerusform>It was started again %n times by its restart policy.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskObjects</name>
  <message numerus="yes">
   <source>%1 of %2 are its own. %n container(s) were made of it: it stays as long as they do.</source>
   <translation>
    <numerusform>%1 of %2 are its own. %n container was made of it: it stays as long as that does.</numerusform>
    <numerusform>%1 of %2 are its own. %n containers were made of it: it stays as long as they do.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%2 holds %1, and %n container(s) use it.</source>
   <translation>
    <numerusform>%2 holds %1, and %n container uses it.</numerusform>
    <numerusform>%2 holds %1, and %n containers use it.</numerusform>
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
  <name>quayside::ui::Drawings</name>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n process</numerusform>
    <numerusform>%n processes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mount(s)</source>
   <translation>
    <numerusform>%n mount</numerusform>
    <numerusform>%n mounts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n interface(s)</source>
   <translation>
    <numerusform>%n interface</numerusform>
    <numerusform>%n interfaces</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileActions</name>
  <message numerus="yes">
   <source>Download %n file(s) to</source>
   <translation>
    <numerusform>Download %n file to</numerusform>
    <numerusform>Download %n files to</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) are removed.</source>
   <translation>
    <numerusform>%n file is removed.</numerusform>
    <numerusform>%n files are removed.</numerusform>
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
  <name>quayside::ui::HealthPane</name>
  <message numerus="yes">
   <source>%1, %n failure(s) in a row</source>
   <translation>
    <numerusform>%1, %n failure in a row</numerusform>
    <numerusform>%1, %n failures in a row</numerusform>
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
  <name>quayside::ui::LessonView</name>
  <message numerus="yes">
   <source>%1 min · %n step(s)</source>
   <translation>
    <numerusform>%1 min · %n step</numerusform>
    <numerusform>%1 min · %n steps</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The lesson lays out %n container(s) of its own, and removes exactly them when you reset it.</source>
   <translation>
    <numerusform>The lesson lays out %n container of its own, and removes exactly that one when you reset it.</numerusform>
    <numerusform>The lesson lays out %n containers of its own, and removes exactly them when you reset it.</numerusform>
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
   <source>not following · %n new</source>
   <translation>
    <numerusform>not following · %n new</numerusform>
    <numerusform>not following · %n new</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The filter hides all %n line(s).</source>
   <translation>
    <numerusform>The filter hides %n line.</numerusform>
    <numerusform>The filter hides all %n lines.</numerusform>
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
  <name>quayside::ui::MistakesDialog</name>
  <message numerus="yes">
   <source>No mistakes in the %n lesson(s) of %1.</source>
   <translation>
    <numerusform>No mistakes in the %n lesson of %1.</numerusform>
    <numerusform>No mistakes in the %n lessons of %1.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mistake(s) in the lessons of %1. A lesson with mistakes is not in the list. Save the mended file: it is read again at once.</source>
   <translation>
    <numerusform>%n mistake in the lessons of %1. A lesson with mistakes is not in the list. Save the mended file: it is read again at once.</numerusform>
    <numerusform>%n mistakes in the lessons of %1. A lesson with mistakes is not in the list. Save the mended file: it is read again at once.</numerusform>
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
  <name>quayside::ui::ShelfPage</name>
  <message numerus="yes">
   <source>%1 of %n done</source>
   <translation>
    <numerusform>%1 of %n done</numerusform>
    <numerusform>%1 of %n done</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n lesson(s) are loaded from %1.</source>
   <translation>
    <numerusform>%n lesson is loaded from %1.</numerusform>
    <numerusform>%n lessons are loaded from %1.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mistake(s) in the lessons of %1.</source>
   <translation>
    <numerusform>%n mistake in the lessons of %1.</numerusform>
    <numerusform>%n mistakes in the lessons of %1.</numerusform>
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
  <name>quayside::ui::TidyUp</name>
  <message numerus="yes">
   <source>Cache of builds, %n step(s)</source>
   <translation>
    <numerusform>Cache of builds, %n step</numerusform>
    <numerusform>Cache of builds, %n steps</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TrayIcon</name>
  <message numerus="yes">
   <source>Quayside: %n container(s) running</source>
   <translation>
    <numerusform>Quayside: %n container running</numerusform>
    <numerusform>Quayside: %n containers running</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Quayside: %n container(s) running, one is unhealthy</source>
   <translation>
    <numerusform>Quayside: %n container running, one is unhealthy</numerusform>
    <numerusform>Quayside: %n containers running, one is unhealthy</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more…</source>
   <translation>
    <numerusform>%n more…</numerusform>
    <numerusform>%n more…</numerusform>
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
