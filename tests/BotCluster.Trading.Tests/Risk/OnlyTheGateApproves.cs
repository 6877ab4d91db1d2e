using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class OnlyTheGateApproves
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    [Fact]
    public void Nobody_else_in_the_assembly_makes_an_approved_order()
    {
        var constructor = Assert.Single(typeof(ApprovedOrder).GetConstructors(All), made => made.GetParameters()[0].ParameterType == typeof(OrderIntent));

        var makers = typeof(ApprovedOrder).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            .Where(method => Calls(method, constructor))
            .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}");

        Assert.Equal([$"{typeof(RiskGate).FullName}.Approve"], makers);
    }

    [Fact]
    public void An_approved_order_cannot_be_made_or_changed_from_outside()
    {
        Assert.Empty(typeof(ApprovedOrder).GetConstructors());
        Assert.Null(typeof(ApprovedOrder).GetProperty(nameof(ApprovedOrder.Intent))!.SetMethod);
        Assert.Empty(typeof(RiskGate).GetConstructors());
    }

    [Fact]
    public void Only_tests_see_into_the_assembly() => Assert.All(
        typeof(ApprovedOrder).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>(),
        friend => Assert.EndsWith(".Tests", friend.AssemblyName, StringComparison.Ordinal));

    // The opcode with the constructor's token behind it; a chance hit inside other operands would only be too strict.
    private static bool Calls(MethodBase method, ConstructorInfo constructor)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
        {
            return false;
        }

        byte[] call = [(byte)OpCodes.Newobj.Value, .. BitConverter.GetBytes(constructor.MetadataToken)];
        return body.AsSpan().IndexOf(call) >= 0;
    }
}
