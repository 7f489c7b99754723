// Types of X-rays: every field goes there and back.
#include "engine/api/types/xray.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::api;

namespace
{

// Written with every field filled, so that one that is forgotten on either way is missed.
const std::string socketText =
    R"({"Protocol":"tcp","Address":"::","Port":80,"Pid":7,"InsidePid":1,"Command":"httpd"})";
const std::string whole =
    R"({"Id":"4f","Name":"web","Kernel":"6.18","HostName":"h","Read":"r","Namespaces":[{"Type":"user","Inode":1,"HostInode":2,)"
    R"("Sharing":"containers","SharedWith":["a"],"UserInode":3,"OwnerUid":4,"Uids":[{"Inside":0,"Outside":5,"Count":6}],)"
    R"("Gids":[{"Inside":7,"Outside":8,"Count":9}],"Offsets":{"boottime":"1.5"},"Nested":[{"Inode":10,"UserInode":11,"Pids":[12,13]}]}],)"
    R"("Processes":[{"Pid":1,"InsidePid":2,"Parent":3,"InsideParent":4,"Uid":5,"InsideUid":6,"Gid":7,"InsideGid":8,)"
    R"("Command":"c","Arguments":"a","State":"S","Threads":9,"MemoryBytes":10,"Started":11,"Role":"init"}],)"
    R"("ProcessCount":12,"Cgroup":{"Version":2,"Paths":[{"Controllers":"cpu","Path":"/p"}],)"
    R"("Files":[{"Controller":"memory","File":"memory.max","Value":"max"}],"MemoryBytes":1,"MemoryLimit":2,)"
    R"("MemoryPeak":3,"MemoryFailures":4,"CpuNs":5,"CpuQuotaUs":6,"CpuPeriodUs":7,"CpuShares":8,"Periods":9,)"
    R"("ThrottledPeriods":10,"ThrottledNs":11,"Pids":12,"PidsLimit":13,"Events":{"memory.oom":14},)"
    R"("Pressure":[{"Resource":"io","Kind":"some","Average10":0.5,"Average60":1.5,"Average300":2.5,"TotalUs":15}]},)"
    R"("Layers":[{"Index":1,"Id":"ab","Upper":true,"Size":2,"CreatedBy":"RUN","Created":"t"}],)"
    R"("File":{"Path":"/a","Resolved":"/b","Mount":"/m","Layers":[{"Index":1,"Kind":"file","Size":2,"Seen":true}]},)"
    R"("Mounts":[{"Id":1,"Parent":2,"Source":"s","Root":"/r","Target":"/t","Type":"ext4","Options":"ro","SuperOptions":"rw",)"
    R"("Propagation":"shared","Idmapped":true,"ReadOnly":true,"Purpose":"volume","Of":"v"}],)"
    R"("Security":{"Effective":["A"],"Permitted":["B"],"Inheritable":["C"],"Bounding":["D"],"Ambient":["E"],"Missing":["F"],)"
    R"("NoNewPrivileges":true,"SeccompMode":2,"SeccompFilters":3,"SeccompProfile":"default","Denied":["mount"],)"
    R"("Conditional":["clone"],"Label":"l","Masked":["/m"],"ReadOnly":["/r"]},)"
    R"("Network":{"Interfaces":[{"Index":1,"Name":"eth0","Kind":"veth","Mac":"02","Mtu":1500,"Up":true,"Addresses":["a/8"],)"
    R"("Peer":"v","Bridge":"b"}],"Routes":[{"Destination":"d","Gateway":"g","Interface":"i"}],"Sockets":[)" +
    socketText +
    R"(],"Published":[{"Protocol":"tcp","HostAddress":"0.0.0.0","HostPort":1,"TargetAddress":"t","TargetPort":2,)"
    R"("Translated":true,"Rule":"r","Bridge":"b","Veth":"v","Interface":"i","Listener":)" +
    socketText + R"(}],"NameServers":["n"],"Table":"quayside"},"Problems":["p"]})";

} // namespace

TEST(XrayTypes, ThereAndBack)
{
    const auto read = decode<Xray>(whole);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(encode(*read), whole);
}

TEST(XrayTypes, AnEmptyOneIsReadToo)
{
    EXPECT_TRUE(decode<Xray>(encode(Xray{})));
    EXPECT_EQ(decode<Xray>("{}")->cgroup.memoryLimit, -1);
    EXPECT_FALSE(decode<Xray>(R"({"Processes":[{"Pid":"one"}]})"));
}
